package im.sparrow.auth.rbac;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A right as it is stored. Changed only under the lock of the role table. */
@Entity
@Table(name = "rights")
class StoredRight {

    @Id
    private String name;

    private boolean builtIn;
    private String description;
    private long version = 1;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected StoredRight() {}

    StoredRight(String name, String description) {
        this.name = name;
        this.description = description;
    }

    void describe(String text) {
        description = text;
        version++;
    }

    String name() {
        return name;
    }

    boolean builtIn() {
        return builtIn;
    }

    String description() {
        return description;
    }

    long version() {
        return version;
    }
}
