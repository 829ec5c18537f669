package im.sparrow.auth.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queries on sessions. */
@Singleton
class SessionRepository implements PanacheRepositoryBase<Session, Long> {

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    /** The session, after waiting for every other transaction that has it locked. */
    Optional<Session> locked(long id) {
        // By hand: the mapper's own lock says FOR UPDATE OF, which MariaDB does not read.
        getEntityManager()
                .createNativeQuery("SELECT id FROM session WHERE id = :id FOR UPDATE")
                .setParameter("id", id)
                .getResultList();
        return findByIdOptional(id);
    }

    /** Locks a session that was read before, and reads it again. */
    void lockRow(Session session) {
        getEntityManager()
                .createNativeQuery("SELECT id FROM session WHERE id = :id FOR UPDATE")
                .setParameter("id", session.id().value())
                .getResultList();
        getEntityManager().refresh(session);
    }

    /** The open ones of an account, the newest first; ended by time ones are left out. */
    List<Session> open(long accountId, Instant now, int limit) {
        return find(
                        "accountId = ?1 and endedAt is null and idleUntil >= ?2 and endsAt >= ?2 order by id desc",
                        accountId,
                        now)
                .page(0, limit)
                .list();
    }

    /** Whether an account has a session on a device, also one that ended. */
    boolean knows(long accountId, String deviceId) {
        return count("accountId = ?1 and deviceId = ?2", accountId, deviceId) > 0;
    }

    /** Forgets some of those that ended or went idle before a moment; answers how many. */
    int forgetBefore(Instant moment) {
        return getEntityManager()
                .createNativeQuery("DELETE FROM session WHERE idle_until < :moment LIMIT " + FORGOTTEN_AT_ONCE)
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
