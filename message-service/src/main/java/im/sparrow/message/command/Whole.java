package im.sparrow.message.command;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.contracts.message.Command.Recall;
import im.sparrow.contracts.message.Command.Send;
import im.sparrow.contracts.message.Mentions;
import im.sparrow.contracts.message.SystemNote;
import im.sparrow.contracts.message.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a command has all its parts: JSON leaves out what it likes, whatever a record's types say. */
final class Whole {

    private Whole() {}

    /** What is missing, or does not fit the record's key. */
    static Optional<No> lack(Command command, Id key) {
        if (!whole(command.conversationId(), command.clientId()) || !key.equals(command.conversationId())) {
            return Optional.of(No.of(Problem.MALFORMED));
        }
        boolean whole = switch (command) {
            case Send send -> whole(send.body()) && whole(send);
            case Recall recall -> recall.seq() > 0;
            case ApplyConversation apply -> whole(apply.kind(), apply.state(), apply.cause());
            case ApplyMembers apply ->
                whole(apply.cause(), apply.members())
                        && apply.members().size() <= Bounds.APPLY_MEMBERS_MAX
                        && apply.members().stream().allMatch(Whole::whole);
        };
        return whole ? Optional.empty() : Optional.of(No.of(Problem.INVALID_BODY));
    }

    private static boolean whole(Send send) {
        Mentions mentions = send.mentions();
        boolean body = switch (send.body()) {
            case Text text -> whole(text.text());
            case SystemNote note -> true;
        };
        return body
                && (mentions == null
                        || mentions.userIds() != null
                                && whole(mentions.userIds().toArray()));
    }

    private static boolean whole(MemberChange change) {
        return change != null && whole(change.userId(), change.role());
    }

    private static boolean whole(Object... parts) {
        return Stream.of(parts).allMatch(Objects::nonNull);
    }
}
