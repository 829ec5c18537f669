package im.sparrow.social.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.MemberRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group of mine. Of a group that I am no longer in there is nothing but the first two and {@code gone}.
 *
 * @param id the group
 * @param conversationId where it talks
 * @param name 1 to 64 characters
 * @param photo a path or URL, or null for the generated one
 * @param introduction what it is for, or null
 * @param ownerId whose it is
 * @param memberCount how many are in it
 * @param role my place in it
 * @param createdAt when it was made
 * @param gone true when I am no longer in it; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupView(
        Id id,
        Id conversationId,
        @Nullable String name,
        @Nullable String photo,
        @Nullable String introduction,
        @Nullable Id ownerId,
        @Nullable Integer memberCount,
        @Nullable MemberRole role,
        @Nullable Instant createdAt,
        @Nullable Boolean gone) {

    static GroupView of(ChatGroup group, GroupMember mine) {
        if (mine.gone()) {
            return new GroupView(
                    group.id(), group.conversationId(), null, null, null, null, null, null, null, Boolean.TRUE);
        }
        return new GroupView(
                group.id(),
                group.conversationId(),
                group.name(),
                group.photo(),
                group.introduction(),
                group.owner(),
                group.memberCount(),
                mine.role(),
                group.createdAt(),
                null);
    }
}
