package im.sparrow.gateway.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Bounds;
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

/**
 * What the gateway asks message-service: what many ask for at the same time goes together. Blocks its caller, a virtual
 * thread; at most {@value #AT_ONCE} requests at once.
 */
@Singleton
public class MessageLog {

    /** Users in one question for rooms. */
    public static final int ROOMS_USERS_MAX = 500;

    private static final int AT_ONCE = 48;

    /** Trips of each kind that may be under way. */
    private static final int TRIPS = 4;

    /** Devices of one question for what changed. */
    private static final int CHANGED_DEVICES = 16;

    /** Items of the pages of one question. */
    private static final int PAGES_ITEMS = 2 * Bounds.PAGE_MAX;

    private final MessageLogApi api;
    private final ServiceTokens tokens;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Trips<ChangedQuestion, ChangedAnswer> changes =
            new Trips<>(TRIPS, CHANGED_DEVICES, device -> 1, this::changes);
    private final Trips<PageQuestion, PageAnswers.PageAnswer> pages =
            new Trips<>(TRIPS, PAGES_ITEMS, PageQuestion::limit, this::pages);

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

    /** What changed for some devices. */
    record ChangesQuestion(List<ChangedQuestion> devices) {}

    /** Some pages. */
    record PagesQuestion(List<PageQuestion> pages) {}

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
        return changes.ask(question);
    }

    /**
     * One page as JSON, without frame name and mark.
     *
     * @throws Refused {@code unavailable}, or what the log refuses the user
     */
    public byte[] page(PageQuestion question) {
        return pages.ask(question).get();
    }

    private List<ChangedAnswer> changes(List<ChangedQuestion> devices) {
        return ask(() -> api.changed(bearer(), new ChangesQuestion(devices)));
    }

    private List<PageAnswers.PageAnswer> pages(List<PageQuestion> some) {
        return PageAnswers.read(ask(() -> api.pages(bearer(), new PagesQuestion(some))));
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
