package im.sparrow.auth.registration;

import im.sparrow.contracts.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/** An invitation as it is stored; its code is not. {@code usesLeft} counts down by a statement of its own. */
@Entity
class Invitation {

    @jakarta.persistence.Id
    private long id;

    @Column(length = 32)
    private byte[] codeHash;

    private String note;
    private int uses;

    @Column(updatable = false)
    private int usesLeft;

    private long authorId;
    private Instant createdAt;
    private Instant expiresAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(Id id, byte[] codeHash, String note, int uses, Id authorId, Instant now, Instant expiresAt) {
        this.id = id.value();
        this.codeHash = codeHash.clone();
        this.note = note;
        this.uses = uses;
        this.usesLeft = uses;
        this.authorId = authorId.value();
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    InvitationView view() {
        return new InvitationView(Id.of(id), note, uses, usesLeft, Id.of(authorId), createdAt, expiresAt);
    }
}
