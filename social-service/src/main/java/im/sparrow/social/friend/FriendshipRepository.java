package im.sparrow.social.friend;

import im.sparrow.contracts.Id;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Queries on pairs. Whoever asks for somebody's friends asks twice, for those with larger ids and for those with smaller
 * ones: each follows an index.
 */
@Singleton
class FriendshipRepository implements PanacheRepositoryBase<Friendship, Pair> {

    /** The pair's row, after waiting for every other transaction that has it locked. */
    Optional<Friendship> locked(Pair pair) {
        // By hand: the mapper's own lock says FOR UPDATE OF, which MariaDB does not read.
        getEntityManager()
                .createNativeQuery(
                        "SELECT user_low FROM friendship WHERE user_low = :low AND user_high = :high FOR UPDATE")
                .setParameter("low", pair.userLow())
                .setParameter("high", pair.userHigh())
                .getResultList();
        return findByIdOptional(pair);
    }

    /** Makes the pair's row, or finds it made meanwhile; locked either way. */
    Friendship made(Pair pair, Id conversation) {
        getEntityManager()
                .createNativeQuery("INSERT INTO friendship (user_low, user_high, conversation_id, friends, version)"
                        + " VALUES (:low, :high, :conversation, FALSE, 0) ON DUPLICATE KEY UPDATE version = version")
                .setParameter("low", pair.userLow())
                .setParameter("high", pair.userHigh())
                .setParameter("conversation", conversation.value())
                .executeUpdate();
        return findById(pair);
    }

    /** Friends whose ids come after one, by id; at most {@code limit} of each half. */
    List<Friendship> after(Id me, long after, int limit) {
        long user = me.value();
        List<Friendship> rows = new ArrayList<>();
        if (after < user) {
            rows.addAll(find(
                            "pair.userHigh = ?1 and pair.userLow > ?2 and friends = true order by pair.userLow",
                            user,
                            after)
                    .page(0, limit)
                    .list());
        }
        rows.addAll(
                find("pair.userLow = ?1 and pair.userHigh > ?2 and friends = true order by pair.userHigh", user, after)
                        .page(0, limit)
                        .list());
        return rows;
    }

    /** My rows with these people, friends or not. */
    List<Friendship> with(Id me, Collection<Id> others) {
        long user = me.value();
        List<Long> smaller =
                others.stream().map(Id::value).filter(id -> id < user).toList();
        List<Long> larger =
                others.stream().map(Id::value).filter(id -> id > user).toList();
        List<Friendship> rows = new ArrayList<>();
        if (!smaller.isEmpty()) {
            rows.addAll(list("pair.userHigh = ?1 and pair.userLow in ?2", user, smaller));
        }
        if (!larger.isEmpty()) {
            rows.addAll(list("pair.userLow = ?1 and pair.userHigh in ?2", user, larger));
        }
        return rows;
    }

    /** Pairs whose conversation's log has heard of them, by conversation, after one. */
    List<Friendship> toldAfter(long conversation, int limit) {
        return find("conversationId > ?1 and version > 0 order by conversationId", conversation)
                .page(0, limit)
                .list();
    }

    /** The pair that a conversation belongs to. */
    Optional<Pair> pairOf(Id conversation) {
        return getEntityManager()
                .createQuery("select f.pair from Friendship f where f.conversationId = :id", Pair.class)
                .setParameter("id", conversation.value())
                .getResultStream()
                .findFirst();
    }

    long countOf(Id user) {
        return count("pair.userLow = ?1 and friends = true", user.value())
                + count("pair.userHigh = ?1 and friends = true", user.value());
    }
}
