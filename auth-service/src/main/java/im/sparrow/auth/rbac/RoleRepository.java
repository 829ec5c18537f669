package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Queries on roles, rights and the one row of the role table. */
@Singleton
class RoleRepository implements PanacheRepositoryBase<StoredRole, Long> {

    /** Waits for every other change of roles or holders to end; answers {@code rv}. */
    long lockTable() {
        return ((Number) getEntityManager()
                        .createNativeQuery("SELECT rv FROM role_table WHERE id = 1 FOR UPDATE")
                        .getSingleResult())
                .longValue();
    }

    long version() {
        return ((Number) getEntityManager()
                        .createNativeQuery("SELECT rv FROM role_table WHERE id = 1")
                        .getSingleResult())
                .longValue();
    }

    void raiseVersion(long to) {
        getEntityManager()
                .createNativeQuery("UPDATE role_table SET rv = :rv WHERE id = 1")
                .setParameter("rv", to)
                .executeUpdate();
    }

    /** The roles with these ids, each with what it means, in one query. */
    List<StoredRole> of(Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "select distinct r from StoredRole r left join fetch r.rights where r.id in ?1 order by r.id",
                        ids.stream().map(Id::value).toList());
    }

    List<StoredRole> all() {
        return list("select distinct r from StoredRole r left join fetch r.rights order by r.id");
    }

    @SuppressWarnings("unchecked")
    List<String> rights() {
        return getEntityManager()
                .createNativeQuery("SELECT name FROM rights ORDER BY name", String.class)
                .getResultList();
    }

    /** Whether anybody can still log in and administer, by what is written so far in this transaction. */
    boolean anyAdministrator() {
        return !getEntityManager()
                .createNativeQuery("""
                        SELECT a.id FROM account a
                        JOIN account_role h ON h.account_id = a.id
                        JOIN role_right g ON g.role_id = h.role_id AND g.right_name = :admin AND g.effect = 'grant'
                        WHERE a.status = 'ACTIVE'
                          AND EXISTS (SELECT 1 FROM account_role h2 JOIN role_right l ON l.role_id = h2.role_id
                              WHERE h2.account_id = a.id AND l.right_name = :login AND l.effect = 'grant')
                          AND NOT EXISTS (SELECT 1 FROM account_role h3 JOIN role_right t ON t.role_id = h3.role_id
                              WHERE h3.account_id = a.id AND t.right_name IN (:admin, :login, :all)
                                AND t.effect = 'take')
                        LIMIT 1""")
                .setParameter("admin", Rights.ADMIN)
                .setParameter("login", Rights.LOGIN)
                .setParameter("all", EffectiveRights.ALL)
                .getResultList()
                .isEmpty();
    }
}
