package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A role as it is stored, with what it does to each right. Changed only under the lock of the role table. */
@Entity
@Table(name = "role")
class StoredRole {

    @jakarta.persistence.Id
    private long id;

    private String name;

    private boolean builtIn;

    private long version = 1;

    @ElementCollection
    @CollectionTable(name = "role_right", joinColumns = @JoinColumn(name = "role_id"))
    @MapKeyColumn(name = "right_name")
    @Column(name = "effect")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Map<String, Effect> rights = new HashMap<>();

    /** What a role does to a right. */
    enum Effect {
        /** Gives it. */
        grant,
        /** Takes it, whoever gives it. */
        take
    }

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected StoredRole() {}

    StoredRole(Id id, EditRole made) {
        this.id = id.value();
        mean(made);
    }

    Id id() {
        return Id.of(id);
    }

    String name() {
        return name;
    }

    boolean builtIn() {
        return builtIn;
    }

    EffectiveRights.Role meaning() {
        return new EffectiveRights.Role(name, with(Effect.grant), with(Effect.take));
    }

    long version() {
        return version;
    }

    void edit(EditRole edit) {
        mean(edit);
        version++;
    }

    /** Forgets a right; false when the role said nothing of it. */
    boolean forget(String right) {
        boolean knew = rights.remove(right) != null;
        if (knew) {
            version++;
        }
        return knew;
    }

    private void mean(EditRole meaning) {
        name = meaning.name();
        rights.clear();
        meaning.grants().forEach(right -> rights.put(right, Effect.grant));
        meaning.takes().forEach(right -> rights.put(right, Effect.take));
    }

    private Set<String> with(Effect effect) {
        return rights.entrySet().stream()
                .filter(entry -> entry.getValue() == effect)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
