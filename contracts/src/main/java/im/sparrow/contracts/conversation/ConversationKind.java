package im.sparrow.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a conversation is. */
public enum ConversationKind {
    /** Two people; one per pair for ever. */
    @JsonProperty("direct")
    DIRECT,
    /** A group. */
    @JsonProperty("group")
    GROUP
}
