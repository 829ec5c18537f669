package im.sparrow.social.seed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** That something was seeded. */
@Entity
class SeedMark {

    @Id
    private String name;

    private Instant seededAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected SeedMark() {}

    SeedMark(String name, Instant now) {
        this.name = name;
        this.seededAt = now;
    }

    String name() {
        return name;
    }

    Instant seededAt() {
        return seededAt;
    }
}
