package im.sparrow.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line made by the log itself: someone joined, a group was renamed. Never counted as unread.
 *
 * @param event what happened
 * @param actorId who did it, or null when nobody in particular
 * @param userIds whom it concerns; at most the first 20 of them, {@code count} says how many
 * @param count how many it concerns
 * @param title the new name, where a name changed or a group was made
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemNote(
        Cause event,
        @Nullable Id actorId,
        List<Id> userIds,
        int count,
        @Nullable String title) implements Body {

    /** The type's name. */
    public static final String TYPE = "system";

    /** Users named in one note. */
    public static final int USERS_MAX = 20;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean countable() {
        return false;
    }
}
