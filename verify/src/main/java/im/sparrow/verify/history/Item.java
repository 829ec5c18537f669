package im.sparrow.verify.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a witness saw it.
 *
 * @param conversation where
 * @param seq its place
 * @param id its name everywhere
 * @param sender who said it; null when the log itself did
 * @param clientMsgId the maker's id; null when the log itself said it
 * @param sum a check sum of the text; null when there is no text
 * @param changeSeq its newest change, 0 for none
 * @param recalled whether it was taken back
 * @param note what the log said; null for what people say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Item(
        String conversation,
        long seq,
        String id,
        @Nullable String sender,
        @Nullable String clientMsgId,
        @Nullable String sum,
        long changeSeq,
        boolean recalled,
        @Nullable Note note) {

    /** Whether a person said it, so that it counts as unread for others. */
    @JsonIgnore
    public boolean isSaid() {
        return note == null;
    }

    /**
     * A line of the log itself.
     *
     * @param event what happened, as the protocol names it
     * @param actor who did it; null when nobody in particular
     * @param users whom it concerns
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(String event, @Nullable String actor, List<String> users) {}
}
