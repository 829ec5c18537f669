package im.sparrow.gateway.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.ServiceTokens;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What the gateway asks message-service. Blocks its caller, a virtual thread; at most {@value #AT_ONCE} at once. */
@Singleton
public class MessageLog {

    /** Users in one question for rooms. */
    public static final int ROOMS_USERS_MAX = 500;

    private static final int AT_ONCE = 48;

    private final MessageLogApi api;
    private final ServiceTokens tokens;
    private final Semaphore free = new Semaphore(AT_ONCE);

    MessageLog(@RestClient MessageLogApi api, ServiceTokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** Whose rooms. */
    public record RoomsQuestion(List<Id> userIds) {}

    /**
     * The rooms of users.
     *
     * @param epoch under which the numbers are true
     * @param users each user asked for, with his open intervals
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RoomsAnswer(String epoch, Map<Id, List<OpenInterval>> users) {}

    /**
     * A conversation a user is in now; an array of four on the wire.
     *
     * @param conversationId which
     * @param fromSeq nothing below it is his to see
     * @param seq the conversation's newest message
     * @param changeSeq the conversation's newest change
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"conversationId", "fromSeq", "seq", "changeSeq"})
    public record OpenInterval(Id conversationId, long fromSeq, long seq, long changeSeq) {}

    /** What changed for a user since what his device holds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangedQuestion(Id userId, @Nullable String epoch, Map<Id, ClientFrame.Head> heads) {}

    /**
     * What changed.
     *
     * @param epoch under which it is true
     * @param conversations summaries, passed on as they are
     * @param more a cursor for the rest, or null
     * @param resync whether the device's cache is worth nothing, or null
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ChangedAnswer(
            String epoch,
            @Nullable JsonNode conversations,
            @Nullable String more,
            @Nullable Boolean resync) {}

    /** One page; exactly one of the three positions is set. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PageQuestion(
            Id userId,
            Id conversationId,
            @Nullable Long afterSeq,
            @Nullable Long afterChangeSeq,
            @Nullable Long beforeSeq,
            int limit) {}

    /**
     * The open intervals of at most {@link #ROOMS_USERS_MAX} users, with the heads of their conversations.
     *
     * @throws Refused {@code unavailable} when there is no answer
     */
    public RoomsAnswer rooms(List<Id> userIds) {
        return ask(() -> api.rooms(bearer(), new RoomsQuestion(userIds)));
    }

    /**
     * What changed since.
     *
     * @throws Refused {@code unavailable} when there is no answer
     */
    public ChangedAnswer changed(ChangedQuestion question) {
        return ask(() -> api.changed(bearer(), question));
    }

    /**
     * One page as JSON, without frame name and mark.
     *
     * @throws Refused {@code unavailable}, or what the log refuses the user
     */
    public byte[] page(PageQuestion question) {
        return ask(() -> api.page(bearer(), question));
    }

    private String bearer() {
        return "Bearer " + tokens.token();
    }

    private <T> T ask(Supplier<T> question) {
        free.acquireUninterruptibly();
        try {
            return question.get();
        } catch (ProcessingException away) {
            throw new Refused(Problem.UNAVAILABLE, "The message log does not answer; try again in a moment.");
        } finally {
            free.release();
        }
    }
}
