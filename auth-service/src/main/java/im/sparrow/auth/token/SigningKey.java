package im.sparrow.auth.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key pair as it is stored; the private half is {@link Sealed} under its kid. */
@Entity
class SigningKey {

    @Id
    private String kid;

    private String publicJwk;

    @Column(length = 1000)
    private byte[] privateKey;

    private Instant createdAt;
    private @Nullable Instant signsFrom;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    SigningKey(String kid, String publicJwk, byte[] privateKey, Instant now, Instant signsFrom) {
        this.kid = kid;
        this.publicJwk = publicJwk;
        this.privateKey = privateKey.clone();
        this.createdAt = now;
        this.signsFrom = signsFrom;
    }

    String kid() {
        return kid;
    }

    String publicJwk() {
        return publicJwk;
    }

    byte[] privateKey() {
        return privateKey.clone();
    }

    Instant createdAt() {
        return createdAt;
    }

    /** From when on it signs; one made by an older version of this service does from the beginning. */
    Instant signsFrom() {
        return signsFrom == null ? createdAt : signsFrom;
    }
}
