package im.sparrow.auth.session;

import im.sparrow.contracts.Id;
import java.time.Instant;

/**
 * One of my sessions.
 *
 * @param id the session
 * @param deviceId the device's own name
 * @param deviceName what the device calls itself for people
 * @param createdAt when the log-in was
 * @param lastUsedAt the newest refresh
 * @param current whether it is the one that asks
 */
public record SessionView(
        Id id, String deviceId, String deviceName, Instant createdAt, Instant lastUsedAt, boolean current) {

    static SessionView of(Session session, Id asking) {
        return new SessionView(
                session.id(),
                session.deviceId(),
                session.deviceName(),
                session.createdAt(),
                session.lastUsedAt(),
                session.id().equals(asking));
    }
}
