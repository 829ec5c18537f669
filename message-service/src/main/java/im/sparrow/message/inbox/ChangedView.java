package im.sparrow.message.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a user since what his device holds.
 *
 * @param epoch under which these numbers are true
 * @param conversations at most {@link im.sparrow.contracts.Bounds#WELCOME_CONVERSATIONS}, by activity
 * @param more a cursor for {@code GET /conversations?since=} when there are more
 * @param resync true when what the device holds is worth nothing: then as if it held nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangedView(
        String epoch,
        List<ConversationView> conversations,
        @Nullable String more,
        @Nullable Boolean resync) {}
