package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import jakarta.persistence.Embeddable;

/**
 * Whose membership of which group.
 *
 * @param groupId which
 * @param userId whose
 */
@Embeddable
record MemberKey(long groupId, long userId) {

    static MemberKey of(Id group, Id user) {
        return new MemberKey(group.value(), user.value());
    }
}
