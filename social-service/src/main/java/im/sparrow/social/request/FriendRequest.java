package im.sparrow.social.request;

import im.sparrow.contracts.Id;
import im.sparrow.social.friend.Pair;
import im.sparrow.social.request.RequestState.Decided;
import im.sparrow.social.request.RequestState.Pending;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody asks somebody to be his friend. Changed only under the lock of the pair's row. */
@Entity
class FriendRequest {

    @jakarta.persistence.Id
    private long id;

    @Column(updatable = false)
    private long fromId;

    @Column(updatable = false)
    private long toId;

    @Column(updatable = false)
    private @Nullable String greeting;

    private String state;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant decidedAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected FriendRequest() {}

    FriendRequest(Id id, Id from, Id to, @Nullable String greeting, Instant now) {
        this.id = id.value();
        this.fromId = from.value();
        this.toId = to.value();
        this.greeting = greeting;
        this.state = new Pending().word();
        this.createdAt = now;
    }

    Id id() {
        return Id.of(id);
    }

    Id from() {
        return Id.of(fromId);
    }

    Id to() {
        return Id.of(toId);
    }

    Pair pair() {
        return Pair.of(from(), to());
    }

    @Nullable
    String greeting() {
        return greeting;
    }

    RequestState state() {
        return RequestState.ofWord(state);
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    void become(Decided decided, Instant now) {
        state = decided.word();
        decidedAt = now;
    }
}
