package im.sparrow.auth.rbac;

import im.sparrow.auth.audit.Audit;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The rights there are: the built-in ones, and those that an installation made for what it builds round the suite. */
@Singleton
public class RightCatalogue {

    /** Rights there can be; all that somebody has stand in his token. */
    static final int MOST = 200;

    private final RoleRepository repository;
    private final Roles roles;
    private final RoleTable table;
    private final EntityManager entities;
    private final Audit audit;

    RightCatalogue(RoleRepository repository, Roles roles, RoleTable table, EntityManager entities, Audit audit) {
        this.repository = repository;
        this.roles = roles;
        this.table = table;
        this.entities = entities;
        this.audit = audit;
    }

    /** The names of all, sorted. */
    @Transactional
    public List<String> names() {
        return repository.rights().stream().map(StoredRight::name).toList();
    }

    @Transactional
    List<RightView> all() {
        return repository.rights().stream().map(RightView::of).toList();
    }

    /** @throws Refused {@code name_taken}, {@code too_large} beyond {@link #MOST} */
    @Transactional
    RightView create(RightResource.New made) {
        table.lock();
        List<String> known = names();
        if (known.contains(made.name())) {
            throw new Refused(Problem.NAME_TAKEN, "There is a right of this name.");
        }
        if (known.size() >= MOST) {
            throw new Refused(Problem.TOO_LARGE, "There are " + MOST + " rights already; delete one first.");
        }
        var right = new StoredRight(made.name(), made.description());
        entities.persist(right);
        audit.say(Deed.RIGHT_MADE, "right:" + right.name(), Map.of());
        return RightView.of(right);
    }

    /** @throws Refused {@code not_found}, {@code conflict} for an older version */
    @Transactional
    RightView describe(String name, RightResource.Edit edit) {
        table.lock();
        StoredRight right = found(name, edit.version());
        right.describe(edit.description());
        audit.say(Deed.RIGHT_EDITED, "right:" + name, Map.of());
        return RightView.of(right);
    }

    /**
     * Deletes a right, and takes it out of every role; tokens of those roles' holders are stale when this is heard.
     *
     * @throws Refused {@code not_found}, {@code conflict} for an older version or a built-in one
     */
    @Transactional
    void forget(String name, long version) {
        table.lock();
        StoredRight right = found(name, version);
        if (right.builtIn()) {
            throw new Refused(Problem.CONFLICT, "This right is built in; take it from the roles instead.");
        }
        roles.forgetRight(name);
        entities.remove(right);
        table.keepAnAdministrator();
        audit.say(Deed.RIGHT_DELETED, "right:" + name, Map.of());
    }

    private StoredRight found(String name, long version) {
        StoredRight right = repository.rights().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::notFound);
        if (right.version() != version) {
            throw new Refused(Problem.CONFLICT, "Somebody else has edited this right meanwhile; read it again.");
        }
        return right;
    }
}
