package im.sparrow.message.resume;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import im.sparrow.contracts.Id;
import java.util.List;
import java.util.Map;

/**
 * The rooms of some users.
 *
 * @param epoch under which the numbers are true
 * @param users everyone asked for, with his open intervals
 */
record RoomsView(String epoch, Map<Id, List<OpenInterval>> users) {

    /**
     * A conversation that a user is in; an array of four on the wire.
     *
     * @param conversationId which
     * @param fromSeq nothing below it is his to see
     * @param seq the conversation's newest message
     * @param changeSeq the conversation's newest change
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"conversationId", "fromSeq", "seq", "changeSeq"})
    record OpenInterval(Id conversationId, long fromSeq, long seq, long changeSeq) {}
}
