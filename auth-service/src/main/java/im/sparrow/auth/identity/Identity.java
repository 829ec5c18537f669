package im.sparrow.auth.identity;

import im.sparrow.contracts.Id;
import jakarta.persistence.Entity;
import java.time.Instant;

/** One person at a provider, and his account here. */
@Entity
class Identity {

    @jakarta.persistence.Id
    private long id;

    private String provider;
    private String subject;
    private long accountId;
    private String login;
    private Instant createdAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Identity() {}

    Identity(Id id, String provider, GitHubPerson person, Id accountId, Instant now) {
        this.id = id.value();
        this.provider = provider;
        this.subject = person.subject();
        this.accountId = accountId.value();
        this.login = person.login();
        this.createdAt = now;
    }

    /** What he is called there now. */
    void called(String newLogin) {
        login = newLogin;
    }

    Id id() {
        return Id.of(id);
    }

    String subject() {
        return subject;
    }

    Id accountId() {
        return Id.of(accountId);
    }

    IdentityView view() {
        return new IdentityView(provider, login, createdAt);
    }
}
