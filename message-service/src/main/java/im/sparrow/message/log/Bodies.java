package im.sparrow.message.log;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.SystemNote;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.command.No;
import java.util.Optional;

/** Whether what is said may be said. The gateway asks the same; the topic is not trusted. */
final class Bodies {

    private Bodies() {}

    /** What is wrong with a send's own fields. */
    static Optional<No> wrong(Command.Send send, long lastSeq) {
        Long replyTo = send.replyTo();
        if (replyTo != null && (replyTo < 1 || replyTo > lastSeq)) {
            return Optional.of(No.field("/replyTo", "must be the seq of a message here"));
        }
        if (send.mentions() != null && send.mentions().userIds().size() > Bounds.MENTIONS_MAX) {
            return Optional.of(No.field("/mentions/userIds", "must be at most " + Bounds.MENTIONS_MAX));
        }
        return switch (send.body()) {
            case Text text -> wrong(text);
            // Made by the log alone: a person who sends one names a type that does not exist for him.
            case SystemNote note -> Optional.of(No.of(Problem.UNKNOWN_TYPE));
        };
    }

    private static Optional<No> wrong(Text body) {
        String text = body.text();
        if (text.isBlank() || text.length() > Bounds.TEXT_MAX || !wellFormed(text)) {
            return Optional.of(
                    No.field("/body/text", "must be 1 to " + Bounds.TEXT_MAX + " characters of Unicode, not blank"));
        }
        return Optional.empty();
    }

    /** Half of a surrogate pair has no UTF-8 form: it could be neither stored nor sent. */
    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)
                    && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
