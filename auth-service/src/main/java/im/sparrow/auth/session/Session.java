package im.sparrow.auth.session;

import im.sparrow.contracts.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A log-in on a device. Changed only under its row's lock. */
@Entity
public class Session {

    @jakarta.persistence.Id
    private long id;

    private long accountId;
    private String deviceId;
    private String deviceName;
    private @Nullable String place;

    @Column(length = 32)
    private byte[] salt;

    private int generation = 1;
    private Instant rotatedAt;
    private Instant rotatedBeforeAt;
    private Instant createdAt;
    private Instant idleUntil;
    private Instant endsAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable End endReason;

    /** Why a session ended. */
    public enum End {
        /** Its user logged out. */
        LOGGED_OUT,
        /** Its user ended it from another one. */
        ENDED,
        /** A used refresh token came again. */
        REUSED,
        /** There were too many. */
        TOO_MANY,
        /** The password was changed. */
        PASSWORD,
        /** An administrator ended it. */
        ADMINISTRATION
    }

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    Session(Id id, Id accountId, Device device, byte[] salt, Instant now, SessionConfig config) {
        this.id = id.value();
        this.accountId = accountId.value();
        this.deviceId = device.id();
        this.deviceName = device.name();
        this.place = device.place();
        this.salt = salt.clone();
        this.rotatedAt = now;
        this.rotatedBeforeAt = now;
        this.createdAt = now;
        this.endsAt = now.plus(config.life());
        this.idleUntil = now.plus(config.idle());
    }

    void rotate(Instant now, SessionConfig config) {
        generation++;
        rotatedBeforeAt = rotatedAt;
        rotatedAt = now;
        idleUntil = now.plus(config.idle());
    }

    void end(End reason, Instant now) {
        endedAt = now;
        endReason = reason;
    }

    boolean over(Instant now) {
        return endedAt != null || now.isAfter(endsAt) || now.isAfter(idleUntil);
    }

    Rotation.Past past(Instant now) {
        return new Rotation.Past(generation, rotatedAt, rotatedBeforeAt, over(now));
    }

    /** The session's id, a token's {@code sid}. */
    public Id id() {
        return Id.of(id);
    }

    /** Whose it is. */
    public Id accountId() {
        return Id.of(accountId);
    }

    int generation() {
        return generation;
    }

    byte[] salt() {
        return salt.clone();
    }

    String deviceId() {
        return deviceId;
    }

    String deviceName() {
        return deviceName;
    }

    @Nullable
    String place() {
        return place;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return rotatedAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
