package im.sparrow.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a conversation takes messages. */
public enum ConversationState {
    /** Takes messages. */
    @JsonProperty("open")
    OPEN,
    /** Disabled by administration: read only. */
    @JsonProperty("disabled")
    DISABLED,
    /** Dissolved: read only for ever. */
    @JsonProperty("dissolved")
    DISSOLVED
}
