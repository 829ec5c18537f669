package im.sparrow.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of my sessions.
 *
 * @param id the session
 * @param deviceId the device's own name
 * @param deviceName what the device calls itself for people
 * @param place where the log-in was, coarsely; absent when it is not known
 * @param createdAt when the log-in was
 * @param lastUsedAt the newest refresh
 * @param current whether it is the one that asks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
        Id id,
        String deviceId,
        String deviceName,
        @Nullable String place,
        Instant createdAt,
        Instant lastUsedAt,
        boolean current) {

    static SessionView of(Session session, @Nullable Id asking) {
        return new SessionView(
                session.id(),
                session.deviceId(),
                session.deviceName(),
                session.place(),
                session.createdAt(),
                session.lastUsedAt(),
                session.id().equals(asking));
    }
}
