package im.sparrow.auth.standing;

import im.sparrow.auth.sanction.LiveSanction;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, with the numbers that say when it was true.
 *
 * @param userId who
 * @param ver the account's version, read before the rights
 * @param rv the role table's version, read before the rights
 * @param roleIds the roles it follows from
 * @param rights the effective rights
 * @param sanctions what takes something now
 * @param until when he may speak again by himself, if only sanctions with an end keep him from it
 */
public record Standing(
        Id userId,
        long ver,
        long rv,
        Set<Id> roleIds,
        Set<String> rights,
        List<LiveSanction> sanctions,
        @Nullable Instant until) {

    /** Whether the account may log in at all. */
    public boolean mayLogIn() {
        return rights.contains(Rights.LOGIN);
    }

    /** The sanction that keeps him from logging in, if it is one; of several the one that lasts longest. */
    public Optional<LiveSanction> ban() {
        return sanctions.stream()
                .filter(sanction -> sanction.takes(Rights.LOGIN))
                .max((one, other) -> end(one).compareTo(end(other)));
    }

    private static Instant end(LiveSanction sanction) {
        Instant until = sanction.until();
        return until == null ? Instant.MAX : until;
    }
}
