package im.sparrow.auth.rbac;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The one row under whose lock roles, their holders and bans change, and the rule that somebody must always be able to
 * administer.
 */
@Singleton
public class RoleTable {

    private final EntityManager entities;

    RoleTable(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for every other change of roles, holders or bans to end; answers {@code rv}. */
    @Transactional(TxType.MANDATORY)
    public long lock() {
        return number("SELECT rv FROM role_table WHERE id = 1 FOR UPDATE");
    }

    /** The role table's version, without waiting. */
    @Transactional(TxType.MANDATORY)
    public long version() {
        return number("SELECT rv FROM role_table WHERE id = 1");
    }

    /** Raises {@code rv} under the lock; answers the new one. */
    @Transactional(TxType.MANDATORY)
    public long raise() {
        entities.createNativeQuery("UPDATE role_table SET rv = rv + 1 WHERE id = 1")
                .executeUpdate();
        return version();
    }

    /**
     * Sees to it, under the lock, that somebody can still log in and administer after what this transaction has written.
     * Who is banned does not count, nor who will be.
     *
     * @throws Refused {@code last_administrator}
     */
    @Transactional(TxType.MANDATORY)
    public void keepAnAdministrator() {
        entities.flush();
        if (!anyAdministrator()) {
            throw new Refused(
                    Problem.LAST_ADMINISTRATOR,
                    "Nobody could log in with the right " + Rights.ADMIN
                            + " after this; make another administrator first.");
        }
    }

    private boolean anyAdministrator() {
        return !entities.createNativeQuery("""
                        SELECT a.id FROM account a
                        JOIN account_role h ON h.account_id = a.id
                        JOIN role_right g ON g.role_id = h.role_id AND g.right_name = :admin AND g.effect = 'grant'
                        WHERE a.status = 'ACTIVE'
                          AND EXISTS (SELECT 1 FROM account_role h2 JOIN role_right l ON l.role_id = h2.role_id
                              WHERE h2.account_id = a.id AND l.right_name = :login AND l.effect = 'grant')
                          AND NOT EXISTS (SELECT 1 FROM account_role h3 JOIN role_right t ON t.role_id = h3.role_id
                              WHERE h3.account_id = a.id AND t.right_name IN (:admin, :login, :all)
                                AND t.effect = 'take')
                          AND NOT EXISTS (SELECT 1 FROM sanction s WHERE s.account_id = a.id AND s.kind = 'ban'
                              AND s.state IN ('pending', 'live'))
                        LIMIT 1""")
                .setParameter("admin", Rights.ADMIN)
                .setParameter("login", Rights.LOGIN)
                .setParameter("all", EffectiveRights.ALL)
                .getResultList()
                .isEmpty();
    }

    private long number(String query) {
        return ((Number) entities.createNativeQuery(query).getSingleResult()).longValue();
    }
}
