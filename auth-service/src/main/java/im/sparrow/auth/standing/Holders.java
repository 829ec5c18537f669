package im.sparrow.auth.standing;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.rbac.RoleTable;
import im.sparrow.auth.rbac.Roles;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who has a role: many people at once. */
@Singleton
class Holders {

    /** Holders that a role can lose with its deletion, in one transaction. */
    static final int MOST_AT_ONCE = 1_000;

    private final Accounts accounts;
    private final Roles roles;
    private final RoleTable table;
    private final Standings standings;
    private final Audit audit;

    Holders(Accounts accounts, Roles roles, RoleTable table, Standings standings, Audit audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.table = table;
        this.standings = standings;
        this.audit = audit;
    }

    /** Ids of those who have a role, in their order. */
    @Transactional
    Page<Id> of(Id roleId, Optional<String> cursor, int limit) {
        exists(roleId);
        long after = cursor.map(Holders::id).orElse(0L);
        List<Id> found = accounts.holders(roleId, after, limit + 1);
        List<Id> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(page, found.size() > limit ? Keyset.after(page.getLast()) : null);
    }

    /**
     * Gives a role to many and takes it from many, all or nothing; who does not exist is passed over and named.
     *
     * @throws Refused {@code not_found}, {@code invalid_body}, {@code last_administrator}
     */
    @Transactional
    ChangeHolders.Changed change(Id roleId, ChangeHolders wanted) {
        table.lock();
        exists(roleId);
        Set<Id> all = new TreeSet<>(wanted.add());
        all.addAll(wanted.remove());
        if (all.size() != wanted.add().size() + wanted.remove().size() || all.size() > Bounds.PAGE_MAX) {
            throw Refused.field("/add", "and remove name at most " + Bounds.PAGE_MAX + " people, each once");
        }
        Set<Id> changed = new TreeSet<>();
        Set<Id> unknown = new TreeSet<>();
        // In the order of their ids, as everybody who locks several accounts does.
        for (Id userId : all) {
            Optional<Account> account = accounts.lockIfThere(userId);
            if (account.isEmpty()) {
                unknown.add(userId);
            } else if (give(account.get(), roleId, wanted.add().contains(userId))) {
                changed.add(userId);
            }
        }
        table.keepAnAdministrator();
        audit.say(
                Deed.ROLE_HOLDERS_CHANGED,
                "role:" + roleId,
                Map.of("added", Audit.list(wanted.add()), "removed", Audit.list(wanted.remove())));
        return new ChangeHolders.Changed(changed, unknown);
    }

    /**
     * Takes a role from everybody and deletes it.
     *
     * @throws Refused {@code not_found}, {@code conflict} for an older version, a built-in role or one with more than
     *     {@link #MOST_AT_ONCE} holders, {@code last_administrator}
     */
    @Transactional
    void forget(Id roleId, long version) {
        table.lock();
        roles.mayBeForgotten(roleId, version);
        List<Id> holders = accounts.holders(roleId, 0, MOST_AT_ONCE + 1);
        if (holders.size() > MOST_AT_ONCE) {
            throw new Refused(
                    Problem.CONFLICT, "More than " + MOST_AT_ONCE + " people have this role; take it from them first.");
        }
        holders.forEach(userId -> give(accounts.lock(userId), roleId, false));
        roles.forget(roleId);
        audit.say(Deed.ROLE_DELETED, "role:" + roleId, Map.of());
    }

    private boolean give(Account account, Id roleId, boolean wanted) {
        Set<Id> roleIds = new HashSet<>(account.roleIds());
        boolean other = wanted ? roleIds.add(roleId) : roleIds.remove(roleId);
        return other && standings.give(account, roleIds);
    }

    private void exists(Id roleId) {
        if (!roles.exist(Set.of(roleId))) {
            throw Refused.notFound();
        }
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(Keyset.read(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Refused.field("?cursor", "is not a cursor of this list");
        }
    }
}
