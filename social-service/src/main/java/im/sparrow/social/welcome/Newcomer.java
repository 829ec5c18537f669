package im.sparrow.social.welcome;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** That somebody new was seen. */
@Entity
class Newcomer {

    @Id
    private long accountId;

    private Instant seenAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Newcomer() {}

    Newcomer(im.sparrow.contracts.Id account, Instant now) {
        this.accountId = account.value();
        this.seenAt = now;
    }

    long accountId() {
        return accountId;
    }

    Instant seenAt() {
        return seenAt;
    }
}
