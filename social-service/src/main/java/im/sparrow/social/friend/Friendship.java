package im.sparrow.social.friend;

import im.sparrow.contracts.Id;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What two people are to each other.
 *
 * <pre>
 *   (nothing) ──first request──▶ strangers ──begin──▶ friends
 *                                    ▲                  │
 *                                    └───────end────────┘        the conversation stays the same
 * </pre>
 *
 * <p>Changed only under the row's lock ({@link Friends#locked}).
 */
@Entity
public class Friendship {

    @EmbeddedId
    private Pair pair;

    @Column(updatable = false)
    private long conversationId;

    private boolean friends;
    private @Nullable Instant since;
    private @Nullable Long pendingRequestId;
    private long version;

    /** For the mapper alone: rows are made by {@link FriendshipRepository#made}. */
    @SuppressWarnings("NullAway.Init")
    protected Friendship() {}

    /** The two. */
    public Pair pair() {
        return pair;
    }

    /** Theirs for ever. */
    public Id conversationId() {
        return Id.of(conversationId);
    }

    /** Whether they are friends now. */
    public boolean areFriends() {
        return friends;
    }

    /** Since when they are friends; null while they are not. */
    public @Nullable Instant since() {
        return since;
    }

    /** The request that waits for an answer, whichever of the two made it. */
    public Optional<Id> pendingRequest() {
        return Optional.ofNullable(pendingRequestId).map(Id::of);
    }

    /** A request waits from now on; there is at most one a pair. */
    public void waitFor(Id request) {
        if (friends || pendingRequestId != null) {
            throw new IllegalStateException("friends, or a request waits already");
        }
        pendingRequestId = request.value();
    }

    /** No request waits any more. */
    public void waitNoMore() {
        pendingRequestId = null;
    }

    /** Whether the conversation's log has heard of it. */
    boolean told() {
        return version > 0;
    }

    long nextVersion() {
        return ++version;
    }

    void begin(Instant now) {
        friends = true;
        since = now;
        pendingRequestId = null;
    }

    void end() {
        friends = false;
        since = null;
    }
}
