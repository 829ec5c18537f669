package im.sparrow.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import im.sparrow.contracts.Id;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code im.user-event.v1}, key = the user whose devices hear it. The gateway forwards it as an
 * {@code event} frame.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserEvent.Hint.class, name = "hint"),
    @JsonSubTypes.Type(value = UserEvent.CursorMoved.class, name = "cursor")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface UserEvent {

    /** Whose devices hear it. */
    Id userId();

    /**
     * Something of an area changed: ask its owner for what is newer than the version held.
     *
     * @param userId whose devices hear it
     * @param area one of {@code requests friends groups profile rights sessions new_device}
     * @param version the newest version of that area for this user
     */
    record Hint(Id userId, String area, long version) implements UserEvent {}

    /**
     * A mark was moved and stored.
     *
     * @param userId whose devices hear it: the reader's own, and in a one-to-one the peer's
     * @param conversationId where
     * @param readerId whose mark it is
     * @param readSeq the mark
     * @param deliveredSeq the mark
     * @param unread the reader's unread count, only in the record for the reader
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CursorMoved(
            Id userId,
            Id conversationId,
            Id readerId,
            long readSeq,
            long deliveredSeq,
            @Nullable Long unread) implements UserEvent {}
}
