package im.sparrow.message.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.message.frame.MessageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages or of changes.
 *
 * @param conversationId where
 * @param items messages by seq, changed messages by changeSeq; ascending
 * @param next the number to go on from in the same direction; absent at the end
 * @param visible my intervals that touch the page's range, the newest 50: outside of them nothing is a hole
 * @param head the newest seq that I may see
 * @param headChange the newest change that I may see; a device's number after the last page of changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageView(
        Id conversationId,
        List<MessageView> items,
        @Nullable String next,
        List<List<Long>> visible,
        long head,
        long headChange) {}
