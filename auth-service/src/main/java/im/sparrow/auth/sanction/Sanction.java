package im.sparrow.auth.sanction;

import im.sparrow.contracts.Id;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A sanction as it is stored. Changed only under its account's lock. */
@Entity
class Sanction {

    @jakarta.persistence.Id
    private long id;

    private long accountId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SanctionKind kind;

    private String reason;
    private long authorId;
    private Instant beginsAt;
    private @Nullable Instant endsAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SanctionState state;

    private @Nullable Instant dueAt;
    private Instant createdAt;
    private @Nullable Instant liftedAt;
    private @Nullable Long liftedBy;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Sanction() {}

    Sanction(Id id, Id accountId, Id authorId, Imposed imposed, Instant now) {
        this.id = id.value();
        this.accountId = accountId.value();
        this.authorId = authorId.value();
        this.kind = imposed.kind();
        this.reason = imposed.reason();
        this.beginsAt = imposed.beginsAt();
        this.endsAt = imposed.endsAt();
        this.createdAt = now;
        this.state = SanctionState.at(beginsAt, endsAt, now);
        this.dueAt = state.due(beginsAt, endsAt);
    }

    /**
     * What is imposed; every field is already checked.
     *
     * @param kind what it does
     * @param reason what the person reads
     * @param beginsAt from when on
     * @param endsAt until when, or null until it is lifted
     */
    record Imposed(
            SanctionKind kind,
            String reason,
            Instant beginsAt,
            @Nullable Instant endsAt) {}

    /** Does what time has brought; false when that was done already. */
    boolean advance(Instant now) {
        SanctionState next = state.open() ? SanctionState.at(beginsAt, endsAt, now) : state;
        return moved(next);
    }

    /** Ends it by hand; false when it has ended already. */
    boolean lift(Id by, Instant now) {
        if (!state.open()) {
            return false;
        }
        liftedAt = now;
        liftedBy = by.value();
        return moved(SanctionState.lifted);
    }

    private boolean moved(SanctionState next) {
        boolean moves = next != state;
        state = next;
        dueAt = next.due(beginsAt, endsAt);
        return moves;
    }

    /** Whether it takes something at a moment, whoever has done what was due. */
    boolean live(Instant now) {
        return state.open() && SanctionState.at(beginsAt, endsAt, now) == SanctionState.live;
    }

    /** What is said of it to who looks who did what: not the reason, which somebody wrote. */
    Map<String, String> audited() {
        return Map.of(
                "sanction", Id.of(id).toString(),
                "kind", kind.name(),
                "begins", beginsAt.toString(),
                "ends", endsAt == null ? "never" : endsAt.toString());
    }

    Id id() {
        return Id.of(id);
    }

    Id accountId() {
        return Id.of(accountId);
    }

    SanctionKind kind() {
        return kind;
    }

    String reason() {
        return reason;
    }

    Id authorId() {
        return Id.of(authorId);
    }

    Instant beginsAt() {
        return beginsAt;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    SanctionState state() {
        return state;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant liftedAt() {
        return liftedAt;
    }
}
