package im.sparrow.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A member's place in a group; in a one-to-one both are members. */
public enum MemberRole {
    /** Made the group or was given it; exactly one. */
    @JsonProperty("owner")
    OWNER,
    /** Helps the owner. */
    @JsonProperty("admin")
    ADMIN,
    /** Everyone else. */
    @JsonProperty("member")
    MEMBER
}
