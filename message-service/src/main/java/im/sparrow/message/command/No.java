package im.sparrow.message.command;

import im.sparrow.contracts.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a command is not done.
 *
 * @param problem the code; whether it is final stands there
 * @param detail a sentence for people
 * @param until when the reason ends, or null
 * @param retryAfter how long to wait before the same again, or null
 */
public record No(
        Problem problem,
        String detail,
        @Nullable Instant until,
        @Nullable Duration retryAfter) {

    /** How long a client waits for a conversation that is not known yet. */
    private static final Duration SOON = Duration.ofMillis(300);

    /** How long a client waits when its own order or its account's bound is in the way. */
    private static final Duration LATER = Duration.ofMillis(200);

    /** A refusal with the usual sentence. */
    public static No of(Problem problem) {
        return new No(problem, sentence(problem), null, wait(problem));
    }

    /** The same, ending then. */
    public static No until(Problem problem, @Nullable Instant end) {
        return new No(problem, sentence(problem), end, null);
    }

    /** A body or a field that is wrong. */
    public static No field(String pointer, String must) {
        return new No(Problem.INVALID_BODY, pointer + " " + must + ".", null, null);
    }

    private static @Nullable Duration wait(Problem problem) {
        return switch (problem) {
            case UNKNOWN_CONVERSATION -> SOON;
            case OUT_OF_ORDER -> LATER;
            case RATE_LIMITED -> Duration.ofMinutes(1);
            default -> null;
        };
    }

    private static String sentence(Problem problem) {
        return switch (problem) {
            case MALFORMED -> "The command cannot be read.";
            case INVALID_BODY -> "Some fields are not as they must be.";
            case UNKNOWN_TYPE -> "There is no message type of that name.";
            case TOKEN_STALE -> "Something that concerns your token has changed; refresh it and send again.";
            case RIGHT_MISSING -> "You may not do this here.";
            case NOT_FOUND -> "There is nothing here that you may see.";
            case NOT_MEMBER -> "You are no longer a member of this conversation.";
            case UNKNOWN_CONVERSATION -> "There is no such conversation of yours, or not yet.";
            case MUTED_ACCOUNT -> "Your account may not speak for now.";
            case MUTED_MEMBER -> "You may not speak in this group for now.";
            case MUTED_GROUP -> "Only the group's administrators may speak for now.";
            case GROUP_DISABLED -> "This group takes no messages.";
            case BLOCKED -> "One of you has blocked the other.";
            case NOT_FRIENDS -> "You are not friends.";
            case CLIENT_MSG_ID_REUSED -> "This id was used before for something else; make a new one.";
            case OUT_OF_ORDER -> "The message before this one has not arrived yet; send both again, in order.";
            case RECALL_WINDOW_OVER -> "It is too late to recall this message.";
            case RATE_LIMITED -> "Too many refused commands in the last hour; wait a while.";
            case STALE_COMMAND -> "This waited too long to be decided; send it again.";
            default -> "This cannot be done.";
        };
    }
}
