package im.sparrow.social.conversation;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.outbox.Outbox;
import im.sparrow.social.SocialConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a conversation's log what was decided, in the transaction of the decision.
 *
 * <p>Invariant: the versions told to one conversation grow by one and are taken under the lock of the row that owns it
 * (friendship, group). A member's version is the version of the command that told of him, so it grows too.
 */
@Singleton
public class ConversationLog {

    private final Outbox outbox;
    private final Ids ids;
    private final SocialConfig config;

    ConversationLog(Outbox outbox, Ids ids, SocialConfig config) {
        this.outbox = outbox;
        this.ids = ids;
        this.config = config;
    }

    /** Says what a conversation is from now on. */
    public void describe(Conversation conversation, long version, @Nullable Id actor, Cause cause) {
        Id row = ids.next();
        UUID command = Outbox.commandId(row);
        say(
                row,
                conversation.id(),
                version,
                new ApplyConversation(
                        conversation.id(),
                        command,
                        conversation.kind(),
                        conversation.title(),
                        conversation.photo(),
                        conversation.state(),
                        null,
                        version,
                        actor,
                        cause));
    }

    /** Says what some members are from now on; at most {@link Bounds#APPLY_MEMBERS_MAX}, each with this version. */
    public void change(Id conversation, long version, @Nullable Id actor, Cause cause, List<MemberChange> members) {
        if (members.size() > Bounds.APPLY_MEMBERS_MAX || members.stream().anyMatch(m -> m.version() != version)) {
            throw new IllegalArgumentException("at most 500 members, all with the command's version");
        }
        Id row = ids.next();
        say(row, conversation, version, new ApplyMembers(conversation, Outbox.commandId(row), actor, cause, members));
    }

    /** Says of somebody whom the log holds for a member that he is none. */
    public static MemberChange stranger(Id user, long version) {
        return new MemberChange(user, MemberRole.MEMBER, null, true, null, false, true, version);
    }

    /** Whether the broker has all that was told; waits for it, some seconds at most. Only after the commit. */
    public boolean awaitTold(Id conversation) {
        return outbox.awaitSent(Topics.MESSAGE_COMMAND, conversation.toString(), config.brokerPatience());
    }

    private void say(Id row, Id conversation, long version, Object command) {
        outbox.say(
                row,
                Topics.MESSAGE_COMMAND,
                conversation.toString(),
                version,
                Map.of(Headers.CLIENT_ID, Outbox.commandId(row).toString()),
                command);
    }
}
