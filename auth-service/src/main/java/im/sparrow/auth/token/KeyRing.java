package im.sparrow.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which keys sign, are published, and can go. Pure: knows no clock, no database and no key's secret.
 *
 * <pre>
 *   made ──lead──▶ signs ──a newer one signs──▶ only published ──overlap──▶ gone
 * </pre>
 */
final class KeyRing {

    private KeyRing() {}

    /**
     * A key, as far as time concerns it.
     *
     * @param kid its name
     * @param signsFrom from when on it signs, unless a newer one does
     */
    record Key(String kid, Instant signsFrom) {}

    /** The key that signs at a moment: the newest whose time has come, else the one whose time comes first. */
    static Optional<Key> signer(List<Key> keys, Instant now) {
        Comparator<Key> byTime = Comparator.comparing(Key::signsFrom).thenComparing(Key::kid);
        return keys.stream()
                .filter(key -> !now.isBefore(key.signsFrom()))
                .max(byTime)
                .or(() -> keys.stream().min(byTime));
    }

    /** The keys that nothing alive can be signed with any more: a newer one has signed for as long as the overlap. */
    static List<Key> gone(List<Key> keys, Instant now, Duration overlap) {
        return signer(keys, now.minus(overlap))
                .map(last -> keys.stream()
                        .filter(key -> key.signsFrom().isBefore(last.signsFrom()))
                        .toList())
                .orElse(List.of());
    }

    /** Whether it is time to make another: none waits for its time, and the signing one is as old as that. */
    static boolean due(List<Key> keys, Instant now, Duration age) {
        return keys.stream().noneMatch(key -> key.signsFrom().isAfter(now.minus(age)));
    }
}
