package im.sparrow.social.request;

import im.sparrow.contracts.Id;
import im.sparrow.social.request.RequestState.Pending;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Queries on requests; each follows an index and reads a page at most. */
@Singleton
class FriendRequestRepository implements PanacheRepositoryBase<FriendRequest, Long> {

    Optional<FriendRequest> to(Id addressee, Id request) {
        return find("id = ?1 and toId = ?2", request.value(), addressee.value()).firstResultOptional();
    }

    Optional<FriendRequest> from(Id sender, Id request) {
        return find("id = ?1 and fromId = ?2", request.value(), sender.value()).firstResultOptional();
    }

    /** The row as it is now, whatever this transaction read before it had the lock. */
    FriendRequest fresh(FriendRequest request) {
        getEntityManager().refresh(request);
        return request;
    }

    List<FriendRequest> incoming(Id user, long before, int limit) {
        return find("toId = ?1 and id < ?2 order by id desc", user.value(), before)
                .page(0, limit)
                .list();
    }

    List<FriendRequest> outgoing(Id user, long before, int limit) {
        return find("fromId = ?1 and id < ?2 order by id desc", user.value(), before)
                .page(0, limit)
                .list();
    }

    /** Those of these requests that the user made or got. */
    List<FriendRequest> of(Id user, Collection<Id> ids) {
        List<Long> numbers = ids.stream().map(Id::value).toList();
        return list("id in ?1 and (fromId = ?2 or toId = ?2)", numbers, user.value());
    }

    long pendingOf(Id sender) {
        return count("fromId = ?1 and state = ?2", sender.value(), Pending.WORD);
    }

    /** Deletes requests decided before a moment, some of them; answers how many. */
    int forget(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        "DELETE FROM friend_request WHERE decided_at < :before ORDER BY decided_at LIMIT :some")
                .setParameter("before", before)
                .setParameter("some", limit)
                .executeUpdate();
    }
}
