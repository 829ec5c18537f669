package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.social.contact.PersonView;
import java.time.Instant;

/**
 * A member of a group.
 *
 * @param userId who
 * @param role place in the group
 * @param joinedAt since when
 * @param user who that is
 */
public record MemberView(Id userId, MemberRole role, Instant joinedAt, PersonView user) {

    static MemberView of(GroupMember member, PersonView user) {
        return new MemberView(member.userId(), member.role(), member.joinedAt(), user);
    }
}
