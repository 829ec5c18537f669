package im.sparrow.auth.standing;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.rbac.EffectiveRights;
import im.sparrow.auth.rbac.RightCatalogue;
import im.sparrow.auth.rbac.RoleTable;
import im.sparrow.auth.rbac.Roles;
import im.sparrow.auth.sanction.LiveSanction;
import im.sparrow.auth.sanction.Sanctions;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people may do, and why; who has which roles. */
@Singleton
public class Standings {

    private final Accounts accounts;
    private final Roles roles;
    private final RoleTable table;
    private final RightCatalogue rights;
    private final Sanctions sanctions;
    private final Audit audit;

    Standings(
            Accounts accounts, Roles roles, RoleTable table, RightCatalogue rights, Sanctions sanctions, Audit audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.table = table;
        this.rights = rights;
        this.sanctions = sanctions;
        this.audit = audit;
    }

    /** What an account may do now; empty when there is no such account. */
    @Transactional
    public Optional<Standing> of(Id userId) {
        // The numbers before the rights: a change in between makes a token that is stale at once, never one that lasts.
        long rv = table.version();
        return accounts.find(userId).map(account -> of(account, rv));
    }

    /** Why an account holds each right, or not. */
    @Transactional
    List<HeldRight> explain(Id userId) {
        Account account = accounts.get(userId);
        return HeldRight.of(roles.meanings(account.roleIds()), sanctions.live(userId), rights.names());
    }

    /**
     * Gives a user other roles; tokens made before are stale when this is heard.
     *
     * @throws Refused {@code invalid_body} for a role that does not exist, {@code not_found}, {@code conflict} when what
     *     he may do was changed meanwhile, {@code last_administrator}
     */
    @Transactional
    Standing setRoles(Id userId, SetRoles wanted) {
        long rv = table.lock();
        if (!roles.exist(wanted.roleIds())) {
            throw Refused.field("/roleIds", "are ids of roles that exist");
        }
        Account account = accounts.lock(userId);
        if (account.ver() != wanted.ver()) {
            throw new Refused(
                    Problem.CONFLICT, "What this user may do was changed by somebody else meanwhile; read it again.");
        }
        give(account, wanted.roleIds());
        table.keepAnAdministrator();
        audit.say(Deed.ROLES_SET, userId, Map.of("roles", Audit.list(wanted.roleIds())));
        return of(account, rv);
    }

    /** Gives a locked account roles; false when it has just these. */
    boolean give(Account account, Set<Id> roleIds) {
        boolean changed = accounts.giveRoles(account, roleIds);
        if (changed) {
            accounts.mayDoOther(account, !rights(account).contains(Rights.LOGIN));
        }
        return changed;
    }

    private Standing of(Account account, long rv) {
        Set<Id> roleIds = account.roleIds();
        List<EffectiveRights.Role> meanings = roles.meanings(roleIds);
        List<LiveSanction> live = sanctions.live(account.id());
        List<HeldRight> held = HeldRight.of(meanings, live, Set.of(Rights.SPEAK));
        return new Standing(
                account.id(),
                account.ver(),
                rv,
                roleIds,
                held.stream().filter(HeldRight::held).map(HeldRight::right).collect(Collectors.toUnmodifiableSet()),
                live,
                held.stream()
                        .filter(one -> one.right().equals(Rights.SPEAK))
                        .findFirst()
                        .map(HeldRight::until)
                        .orElse(null));
    }

    private Set<String> rights(Account account) {
        return of(account, 0).rights();
    }
}
