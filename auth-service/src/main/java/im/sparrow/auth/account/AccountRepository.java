package im.sparrow.auth.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Queries on accounts; each reads a page at most. */
@Singleton
class AccountRepository implements PanacheRepositoryBase<Account, Long> {

    Optional<Account> named(String username) {
        return find("username", username).firstResultOptional();
    }

    /** Some accounts that have no skeleton, after an id. */
    List<Long> withoutSkeleton(long after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select a.id from Account a where a.skeleton is null and a.id > :after order by a.id",
                        Long.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The account, after waiting for every other transaction that has it locked. */
    Optional<Account> locked(long id) {
        // By hand: the mapper's own lock says FOR UPDATE OF, which MariaDB does not read.
        getEntityManager()
                .createNativeQuery("SELECT id FROM account WHERE id = :id FOR UPDATE")
                .setParameter("id", id)
                .getResultList();
        return findByIdOptional(id);
    }

    /** Raises the version of the account's list of sessions, under the row's lock; answers the new one. */
    long nextSessionsVersion(long id) {
        update("sessionsVersion = sessionsVersion + 1 where id = ?1", id);
        return getEntityManager()
                .createQuery("select a.sessionsVersion from Account a where a.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Ids of accounts that have a role, by id, after an id. */
    List<Long> holders(long roleId, long after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select a.id from Account a join a.roleIds r where r = :role and a.id > :after order by a.id",
                        Long.class)
                .setParameter("role", roleId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Every account with its roles, by id, after an id. */
    List<Account> after(long id, int limit) {
        List<Long> ids = getEntityManager()
                .createQuery("select a.id from Account a where a.id > :id order by a.id", Long.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : list("from Account a left join fetch a.roleIds where a.id in ?1 order by a.id", ids);
    }
}
