package im.sparrow.auth.secondfactor;

import im.sparrow.contracts.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/** The secret of an account's authenticator app, sealed under the account. Changed only under its row's lock. */
@Entity
class SecondFactor {

    @jakarta.persistence.Id
    private long accountId;

    @Column(length = 100)
    private byte[] secret;

    private boolean confirmed;
    private long lastStep;
    private Instant createdAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected SecondFactor() {}

    SecondFactor(Id accountId, byte[] sealed, Instant now) {
        this.accountId = accountId.value();
        this.secret = sealed.clone();
        this.createdAt = now;
    }

    byte[] secret() {
        return secret.clone();
    }

    boolean confirmed() {
        return confirmed;
    }

    long lastStep() {
        return lastStep;
    }

    Instant createdAt() {
        return createdAt;
    }

    void confirm() {
        confirmed = true;
    }

    void used(long step) {
        lastStep = step;
    }
}
