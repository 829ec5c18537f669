package im.sparrow.auth.rbac;

import im.sparrow.auth.audit.Audit;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Roles: made, edited, forgotten; each edit makes the tokens of the role's holders stale. */
@Singleton
public class Roles {

    /** Roles there can be; every one is read at each explanation. */
    static final int MOST = 500;

    private final RoleRepository repository;
    private final RoleTable table;
    private final RoleEvents events;
    private final Ids ids;
    private final Audit audit;

    Roles(RoleRepository repository, RoleTable table, RoleEvents events, Ids ids, Audit audit) {
        this.repository = repository;
        this.table = table;
        this.events = events;
        this.ids = ids;
        this.audit = audit;
    }

    /** What these roles mean; ids of roles that do not exist are left out. */
    @Transactional(TxType.MANDATORY)
    public List<EffectiveRights.Role> meanings(Collection<Id> roleIds) {
        return repository.of(roleIds).stream().map(StoredRole::meaning).toList();
    }

    /** Whether all of these exist. */
    @Transactional(TxType.MANDATORY)
    public boolean exist(Set<Id> roleIds) {
        return repository.of(roleIds).size() == roleIds.size();
    }

    @Transactional
    List<RoleView> all() {
        return repository.all().stream().map(RoleView::of).toList();
    }

    /**
     * Makes a role that nobody has yet.
     *
     * @throws Refused {@code invalid_body}, {@code name_taken}, {@code too_large} beyond {@link #MOST}
     */
    @Transactional
    RoleView create(EditRole made) {
        table.lock();
        check(made);
        nameIsFree(made.name(), Optional.empty());
        if (repository.count() >= MOST) {
            throw new Refused(Problem.TOO_LARGE, "There are " + MOST + " roles already; delete one first.");
        }
        var role = new StoredRole(ids.next(), made);
        repository.persist(role);
        audit.say(Deed.ROLE_MADE, "role:" + role.id(), Map.of());
        return RoleView.of(role);
    }

    /**
     * Gives a role another name or meaning; tokens of everybody who has it are stale when this is heard.
     *
     * @throws Refused {@code invalid_body}, {@code not_found}, {@code conflict} for an older version, {@code name_taken},
     *     {@code last_administrator}
     */
    @Transactional
    RoleView edit(Id roleId, EditRole edit) {
        table.lock();
        Long version = edit.version();
        if (version == null) {
            throw Refused.field("/version", "is the version that was read before");
        }
        StoredRole role = found(roleId, version);
        check(edit);
        nameIsFree(edit.name(), Optional.of(roleId));
        if (role.builtIn() && !role.name().equals(edit.name())) {
            throw Refused.field("/name", "stays as it is: the role is built in");
        }
        role.edit(edit);
        changed(role);
        table.keepAnAdministrator();
        audit.say(Deed.ROLE_EDITED, "role:" + roleId, Map.of("version", Long.toString(role.version())));
        return RoleView.of(role);
    }

    /** A role under the table's lock that is about to be deleted; {@link #forget} goes on when nobody has it any more. */
    @Transactional(TxType.MANDATORY)
    public void mayBeForgotten(Id roleId, long version) {
        if (found(roleId, version).builtIn()) {
            throw new Refused(Problem.CONFLICT, "This role is built in; take it from people instead.");
        }
    }

    /** Deletes a role that nobody has any more; tokens that name it are stale when this is heard. */
    @Transactional(TxType.MANDATORY)
    public void forget(Id roleId) {
        StoredRole role = repository.of(List.of(roleId)).getFirst();
        repository.delete(role);
        changed(role);
        table.keepAnAdministrator();
    }

    /** Says that a role means something else now. */
    private void changed(StoredRole role) {
        events.roleChanged(role.id(), table.raise());
    }

    private StoredRole found(Id roleId, long version) {
        StoredRole role = repository.of(List.of(roleId)).stream().findFirst().orElseThrow(Refused::notFound);
        if (role.version() != version) {
            throw new Refused(Problem.CONFLICT, "Somebody else has edited this role meanwhile; read it again.");
        }
        return role;
    }

    /** Takes a right out of every role that names it; answers how many did. */
    int forgetRight(String right) {
        List<StoredRole> named =
                repository.all().stream().filter(role -> role.forget(right)).toList();
        named.forEach(this::changed);
        return named.size();
    }

    private void nameIsFree(String name, Optional<Id> itself) {
        boolean taken = repository.all().stream()
                .anyMatch(role -> role.name().equalsIgnoreCase(name)
                        && !itself.map(role.id()::equals).orElse(false));
        if (taken) {
            throw new Refused(Problem.NAME_TAKEN, "Another role has this name.");
        }
    }

    private void check(EditRole edit) {
        List<String> existing =
                repository.rights().stream().map(StoredRight::name).toList();
        List<FieldError> errors = new ArrayList<>();
        if (!existing.containsAll(edit.grants())) {
            errors.add(new FieldError("/grants", "are names of rights that exist"));
        }
        if (!edit.takes().stream().allMatch(right -> right.equals(EffectiveRights.ALL) || existing.contains(right))) {
            errors.add(new FieldError("/takes", "are names of rights that exist, or * for every right"));
        }
        if (edit.takes().stream().anyMatch(edit.grants()::contains)) {
            errors.add(new FieldError("/takes", "names nothing that the role also grants"));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }
}
