package im.sparrow.auth.serverkey;

import im.sparrow.auth.token.HandedSecret;
import im.sparrow.contracts.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A key as it is stored. */
@Entity
class ServerKey {

    @jakarta.persistence.Id
    private long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    private String name;

    @Column(length = 32)
    private byte[] secretHash;

    private String scopes;
    private long accountId;
    private @Nullable Long sessionId;
    private long authorId;
    private Instant createdAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant revokedAt;
    private @Nullable Long revokedBy;

    /** Whose it is. Its names stand in the table and on the wire. */
    enum Kind {
        /** Another product's server. */
        server,
        /** A bot: a program that talks as itself and as nobody else. */
        bot
    }

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected ServerKey() {}

    ServerKey(HandedSecret key, Kind kind, String name, Set<Scope> scopes, Id accountId, Id authorId, Instant now) {
        this.id = key.id().value();
        this.kind = kind;
        this.name = name;
        this.secretHash = key.hash();
        this.scopes = scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(" "));
        this.accountId = accountId.value();
        this.authorId = authorId.value();
        this.createdAt = now;
    }

    /** Whether this is it, and good; takes the same time whatever the difference. */
    boolean good(HandedSecret key) {
        return MessageDigest.isEqual(secretHash, key.hash()) && revokedAt == null;
    }

    void used(Id session, Instant now) {
        sessionId = session.value();
        usedAt = now;
    }

    /** Takes it back; false when it was already. */
    boolean revoke(Id by, Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        revokedBy = by.value();
        return true;
    }

    Id id() {
        return Id.of(id);
    }

    String name() {
        return name;
    }

    Id accountId() {
        return Id.of(accountId);
    }

    Optional<Id> sessionId() {
        return Optional.ofNullable(sessionId).map(Id::of);
    }

    Set<Scope> scopes() {
        return Arrays.stream(scopes.split(" ", -1))
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** What is said of it to who looks who did what. */
    Map<String, String> audited() {
        return Map.of("account", accountId().toString(), "kind", kind.name(), "scopes", scopes);
    }

    ServerKeyView view() {
        return new ServerKeyView(
                id(),
                kind.name(),
                name,
                scopes().stream().map(Scope::name).toList(),
                accountId(),
                Id.of(authorId),
                createdAt,
                usedAt,
                revokedAt,
                revokedBy == null ? null : Id.of(revokedBy));
    }
}
