package im.sparrow.auth.directory;

import im.sparrow.auth.account.Account;
import im.sparrow.contracts.account.AccountRecord.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Queries for people by name; each reads a page at most. */
@Singleton
class DirectoryRepository implements PanacheRepositoryBase<Account, Long> {

    /** After every character that a user name can have. */
    private static final String AFTER_ALL = "~";

    /** After every character there is. */
    private static final String AFTER_ANY = Character.toString(Character.MAX_CODE_POINT);

    List<Account> of(Collection<Long> ids) {
        return list("id in ?1 and status = ?2", ids, Status.ACTIVE);
    }

    /** Every account whose user name begins so, with its roles, by name, after a name. */
    List<Account> everybody(String prefix, String after, int limit) {
        List<Long> ids = getEntityManager()
                .createQuery(
                        "select a.id from Account a where a.username >= :prefix and a.username < :end"
                                + " and a.username > :after and a.status = :active order by a.username",
                        Long.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + AFTER_ALL)
                .setParameter("after", after)
                .setParameter("active", Status.ACTIVE)
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : list("from Account a left join fetch a.roleIds where a.id in ?1 order by a.username", ids);
    }

    /** Findable accounts whose nickname begins so and whose user name does not, by nickname, after one and an id. */
    List<Account> searchNicknames(Search wanted, String after, long afterId, int limit) {
        var range = Parameters.with("prefix", wanted.nickname())
                .and("end", wanted.nickname() + AFTER_ANY)
                .and("name", wanted.username())
                .and("nameEnd", wanted.username() + AFTER_ALL)
                .and("after", after)
                .and("afterId", afterId)
                .and("active", Status.ACTIVE);
        return find(
                        "findable = true and nicknameFolded >= :prefix and nicknameFolded < :end"
                                + " and (nicknameFolded > :after or (nicknameFolded = :after and id > :afterId))"
                                + " and not (username >= :name and username < :nameEnd)"
                                + " and status = :active order by nicknameFolded, id",
                        range)
                .page(0, limit)
                .list();
    }

    /**
     * What somebody looks for.
     *
     * @param username as the beginning of a user name
     * @param nickname as the beginning of a nickname
     */
    record Search(String username, String nickname) {}

    /** Findable accounts whose name begins with the prefix, by name, after a name. */
    List<Account> search(String prefix, String after, int limit) {
        var range = Parameters.with("prefix", prefix)
                .and("end", prefix + AFTER_ALL)
                .and("after", after)
                .and("active", Status.ACTIVE);
        return find(
                        "findable = true and username >= :prefix and username < :end and username > :after"
                                + " and status = :active order by username",
                        range)
                .page(0, limit)
                .list();
    }
}
