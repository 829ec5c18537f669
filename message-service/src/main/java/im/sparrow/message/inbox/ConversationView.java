package im.sparrow.message.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.message.frame.MessageView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its members sees it in his list.
 *
 * @param id which
 * @param kind one-to-one or group
 * @param title a group's name
 * @param photo a group's picture
 * @param peer the other one in a one-to-one; absent while his profile is not known here
 * @param state whether it takes messages
 * @param mutedUntil until when only the group's administrators may speak
 * @param version of title, photo, state and mute
 * @param head {@code [seq, changeSeq]}, the newest that I may see
 * @param lastActivity when the newest message of mine to see was stored
 * @param lastMessage the newest message, if I may see one
 * @param unread countable messages of others after my mark
 * @param readSeq my mark
 * @param deliveredSeq my mark
 * @param peerReadSeq the other one's mark in a one-to-one
 * @param peerDeliveredSeq the other one's mark in a one-to-one
 * @param role my place
 * @param memberMutedUntil until when I may not speak
 * @param canSend whether I may speak, mutes aside
 * @param reason why not: {@code blocked}, {@code not_friends} or {@code not_member}
 * @param visible my intervals, the newest 50: {@code [from, to]}, the open one {@code [from]}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
        Id id,
        ConversationKind kind,
        @Nullable String title,
        @Nullable String photo,
        @Nullable PeerView peer,
        ConversationState state,
        @Nullable Instant mutedUntil,
        long version,
        List<Long> head,
        Instant lastActivity,
        @Nullable MessageView lastMessage,
        long unread,
        long readSeq,
        long deliveredSeq,
        @Nullable Long peerReadSeq,
        @Nullable Long peerDeliveredSeq,
        MemberRole role,
        @Nullable Instant memberMutedUntil,
        boolean canSend,
        @Nullable String reason,
        List<List<Long>> visible) {

    /** The other one in a one-to-one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PeerView(
            Id id,
            String username,
            String nickname,
            @Nullable String photo) {}
}
