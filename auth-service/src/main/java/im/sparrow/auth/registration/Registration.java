package im.sparrow.auth.registration;

import im.sparrow.contracts.Id;
import jakarta.persistence.Entity;
import java.time.Instant;

/** Somebody who waits for an administrator to let him in. */
@Entity
public class Registration {

    @jakarta.persistence.Id
    private long id;

    private String username;
    private String nickname;
    private String passwordHash;
    private String note;
    private Instant createdAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    Registration(Id id, Applicant applicant, Instant now) {
        this.id = id.value();
        this.username = applicant.username();
        this.nickname = applicant.nickname();
        this.passwordHash = applicant.passwordHash();
        this.note = applicant.note();
        this.createdAt = now;
    }

    Applicant applicant() {
        return new Applicant(username, nickname, passwordHash, note);
    }

    View view() {
        return new View(Id.of(id), username, nickname, note, createdAt);
    }

    /**
     * Who wants to come; every field is already checked.
     *
     * @param username in its normal form
     * @param nickname what people read
     * @param passwordHash self-describing
     * @param note why, for whoever decides; may be empty
     */
    record Applicant(String username, String nickname, String passwordHash, String note) {}

    /**
     * Who waits.
     *
     * @param id the registration
     * @param username the name he wants
     * @param nickname what people would read
     * @param note why he wants to come
     * @param createdAt since when he waits
     */
    public record View(Id id, String username, String nickname, String note, Instant createdAt) {}
}
