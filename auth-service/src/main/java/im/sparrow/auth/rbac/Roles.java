package im.sparrow.auth.rbac;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Roles: what they mean, who has them, what follows. */
@Singleton
public class Roles {

    private final RoleRepository repository;
    private final Accounts accounts;
    private final RoleEvents events;

    Roles(RoleRepository repository, Accounts accounts, RoleEvents events) {
        this.repository = repository;
        this.accounts = accounts;
        this.events = events;
    }

    /** What an account may do now; empty when there is no such account. */
    @Transactional
    public Optional<Standing> standing(Id userId) {
        // The numbers before the rights: a change in between makes a token that is stale at once, never one that lasts.
        long rv = repository.version();
        return accounts.find(userId).map(account -> standing(account, rv));
    }

    /** Why an account holds each right, or not. */
    @Transactional
    List<EffectiveRights.Reason> explain(Id userId) {
        Account account = accounts.find(userId).orElseThrow(Refused::notFound);
        return EffectiveRights.explain(meanings(repository.of(account.roleIds())), repository.rights());
    }

    @Transactional
    List<RoleView> all() {
        return repository.all().stream().map(RoleView::of).toList();
    }

    /**
     * Gives a user other roles; tokens made before are stale when this is heard.
     *
     * @throws Refused {@code invalid_body} for a role that does not exist, {@code not_found},
     *     {@code last_administrator}
     */
    @Transactional
    Standing setRoles(Id userId, Set<Id> roleIds) {
        long rv = repository.lockTable();
        if (repository.of(roleIds).size() != roleIds.size()) {
            throw Refused.field("/roleIds", "are ids of roles that exist");
        }
        Account account = accounts.lock(userId);
        boolean changed = accounts.giveRoles(account, roleIds);
        repository.flush();
        Standing now = standing(account, rv);
        if (changed) {
            refuseToLoseTheLast();
            events.userChanged(userId, account.ver(), !now.mayLogIn());
        }
        return now;
    }

    /**
     * Gives a role another meaning; tokens of everybody who has it are stale when this is heard.
     *
     * @throws Refused {@code invalid_body}, {@code not_found}, {@code last_administrator}
     */
    @Transactional
    RoleView edit(Id roleId, Set<String> grants, Set<String> takes) {
        long rv = repository.lockTable() + 1;
        StoredRole role = repository.of(List.of(roleId)).stream().findFirst().orElseThrow(Refused::notFound);
        checkRights(grants, takes);
        role.mean(grants, takes);
        repository.raiseVersion(rv);
        repository.flush();
        refuseToLoseTheLast();
        events.roleChanged(roleId, rv);
        return RoleView.of(role);
    }

    private Standing standing(Account account, long rv) {
        Set<Id> roleIds = account.roleIds();
        Set<String> rights = EffectiveRights.of(meanings(repository.of(roleIds)));
        return new Standing(account.id(), account.ver(), rv, roleIds, rights);
    }

    private static List<EffectiveRights.Role> meanings(Collection<StoredRole> roles) {
        return roles.stream().map(StoredRole::meaning).toList();
    }

    private void refuseToLoseTheLast() {
        if (!repository.anyAdministrator()) {
            throw new Refused(
                    Problem.LAST_ADMINISTRATOR,
                    "Nobody could log in with the right " + Rights.ADMIN
                            + " after this; make another administrator first.");
        }
    }

    private void checkRights(Set<String> grants, Set<String> takes) {
        List<String> existing = repository.rights();
        List<FieldError> errors = new ArrayList<>();
        if (!existing.containsAll(grants)) {
            errors.add(new FieldError("/grants", "are names of rights that exist"));
        }
        if (!takes.stream().allMatch(right -> right.equals(EffectiveRights.ALL) || existing.contains(right))) {
            errors.add(new FieldError("/takes", "are names of rights that exist, or * for every right"));
        }
        if (takes.stream().anyMatch(grants::contains)) {
            errors.add(new FieldError("/takes", "names nothing that the role also grants"));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }
}
