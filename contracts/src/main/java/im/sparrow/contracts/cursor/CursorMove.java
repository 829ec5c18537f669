package im.sparrow.contracts.cursor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code im.cursor.v1}: what a user has read and received, coalesced by the gateway. Marks move forward
 * only; a mark beyond what the user may see counts as the last one that he may.
 *
 * @param conversationId where; the record's key
 * @param userId whose
 * @param readSeq the last message shown, or null when unchanged
 * @param deliveredSeq the last message received, or null when unchanged
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CursorMove(
        Id conversationId,
        Id userId,
        @Nullable Long readSeq,
        @Nullable Long deliveredSeq) {}
