package im.sparrow.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why membership or a conversation changed: what the system message says. */
public enum Cause {
    /** Two people became friends. */
    @JsonProperty("friends_now")
    FRIENDS_NOW,
    /** A group was made. */
    @JsonProperty("group_created")
    GROUP_CREATED,
    /** Members were added by another member. */
    @JsonProperty("members_added")
    MEMBERS_ADDED,
    /** Members came by themselves. */
    @JsonProperty("members_joined")
    MEMBERS_JOINED,
    /** Members left by themselves. */
    @JsonProperty("members_left")
    MEMBERS_LEFT,
    /** Members were removed. */
    @JsonProperty("members_removed")
    MEMBERS_REMOVED,
    /** The group's name changed. */
    @JsonProperty("group_renamed")
    GROUP_RENAMED,
    /** The group was dissolved. */
    @JsonProperty("group_dissolved")
    GROUP_DISSOLVED,
    /** Something changed that nobody needs to read a line about. */
    @JsonProperty("silent")
    SILENT
}
