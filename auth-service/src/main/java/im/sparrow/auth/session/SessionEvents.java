package im.sparrow.auth.session;

import im.sparrow.auth.account.Accounts;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.platform.outbox.Outbox;
import jakarta.inject.Singleton;

/** What is said of sessions, in the transaction that changes them. */
@Singleton
class SessionEvents {

    private final Outbox outbox;
    private final Accounts accounts;

    SessionEvents(Outbox outbox, Accounts accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    /** Its tokens are refused for good. */
    void ended(Session session) {
        var revoked = new Revocation.SessionRevoked(session.id(), session.accountId());
        outbox.say(Topics.REVOCATION, revoked.key(), 1, revoked);
    }

    /** The user's devices look at their list again. */
    void changed(Id accountId) {
        accounts.sessionsChanged(accountId, "sessions");
    }

    /** The user's devices tell him that he, or somebody with his password, logged in on a device that was never seen. */
    void newDevice(Id accountId) {
        accounts.sessionsChanged(accountId, "new_device");
    }
}
