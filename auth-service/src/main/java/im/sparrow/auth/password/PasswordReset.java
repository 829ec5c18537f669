package im.sparrow.auth.password;

import im.sparrow.contracts.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.security.MessageDigest;
import java.time.Instant;

/** The newest link by which somebody may choose another password; only its hash is stored. */
@Entity
class PasswordReset {

    @jakarta.persistence.Id
    private long accountId;

    @Column(length = 32)
    private byte[] tokenHash;

    private long authorId;
    private Instant expiresAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected PasswordReset() {}

    PasswordReset(Id accountId, Id authorId, byte[] tokenHash, Instant expiresAt) {
        this.accountId = accountId.value();
        this.authorId = authorId.value();
        this.tokenHash = tokenHash.clone();
        this.expiresAt = expiresAt;
    }

    /** Whether a token with this hash is good at a moment. */
    boolean good(byte[] hash, Instant now) {
        return MessageDigest.isEqual(tokenHash, hash) && now.isBefore(expiresAt);
    }

    Id authorId() {
        return Id.of(authorId);
    }
}
