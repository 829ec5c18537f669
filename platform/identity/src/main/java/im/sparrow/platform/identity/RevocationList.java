package im.sparrow.platform.identity;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest change per user, role and session: what makes a token stale. Knows no thread, clock or broker; may be asked
 * from any thread while one thread applies.
 *
 * <p>Invariant: a number here never falls, whatever the order of the records. An entry older than {@link #KEPT} can go,
 * since no token made before it is still alive.
 */
public final class RevocationList {

    /** How long an entry is kept: longer than any token lives. */
    public static final Duration KEPT = Duration.ofHours(2);

    private final BooleanSupplier whole;
    private final Map<Id, Entry> users = new ConcurrentHashMap<>();
    private final Map<Id, Entry> roles = new ConcurrentHashMap<>();
    private final Map<Id, Entry> sessions = new ConcurrentHashMap<>();

    /** One that nothing is missing in. */
    public RevocationList() {
        this(() -> true);
    }

    /** @param whole whether all is in it that was said before this process began; may wait a moment for it */
    RevocationList(BooleanSupplier whole) {
        this.whole = whole;
    }

    private record Entry(long version, Instant at) {

        Entry newer(Entry other) {
            return other.version >= version ? other : this;
        }
    }

    /**
     * Takes a change in.
     *
     * @param change what changed
     * @param at when it was written, only to forget it in time
     */
    public void apply(Revocation change, Instant at) {
        switch (change) {
            case Revocation.UserChanged user -> users.merge(user.userId(), new Entry(user.ver(), at), Entry::newer);
            case Revocation.RoleChanged role -> roles.merge(role.roleId(), new Entry(role.rv(), at), Entry::newer);
            case Revocation.SessionRevoked session -> sessions.put(session.sid(), new Entry(0, at));
        }
    }

    /** Whether all is in it that was said before this process began: till then nobody may take a token for true. */
    boolean whole() {
        return whole.getAsBoolean();
    }

    /**
     * Whether something that concerns the token has changed since it was made.
     *
     * @param userId whose token
     * @param sid its session
     * @param ver the user's version in it
     * @param rv the role table's version in it
     * @param roleIds the roles it was made of
     */
    public boolean stale(Id userId, Id sid, long ver, long rv, Collection<Id> roleIds) {
        if (sessions.containsKey(sid) || newerThan(users.get(userId), ver)) {
            return true;
        }
        for (Id role : roleIds) {
            if (newerThan(roles.get(role), rv)) {
                return true;
            }
        }
        return false;
    }

    /** The same for a caller. */
    public boolean stale(Caller.Person person) {
        return stale(person.userId(), person.sid(), person.ver(), person.rv(), person.roleIds());
    }

    /** Forgets what is older than {@link #KEPT}. */
    public void forgetBefore(Instant now) {
        Instant oldest = now.minus(KEPT);
        for (Map<Id, Entry> entries : List.of(users, roles, sessions)) {
            entries.values().removeIf(entry -> entry.at().isBefore(oldest));
        }
    }

    /** How many changes are remembered. */
    public int size() {
        return users.size() + roles.size() + sessions.size();
    }

    private static boolean newerThan(@Nullable Entry newest, long held) {
        return newest != null && held < newest.version();
    }
}
