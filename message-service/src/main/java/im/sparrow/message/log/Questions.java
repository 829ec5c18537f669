package im.sparrow.message.log;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import im.sparrow.message.command.No;
import im.sparrow.message.row.MemberRow.Standing;
import im.sparrow.message.row.MessageRow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The questions a command must pass when it has no outcome yet, in their order. The first <i>no</i> counts. */
final class Questions {

    private final Predicate<Author> stale;
    private final Instant now;

    Questions(Predicate<Author> stale, Instant now) {
        this.stale = stale;
        this.now = now;
    }

    /** May this person do anything here: is the command fresh, the token still true, the membership open? */
    Optional<No> any(Entry entry, Author author, Member member) {
        if (entry.appendedAt().plus(Bounds.COMMAND_AGE).isBefore(now)) {
            return no(Problem.STALE_COMMAND);
        }
        if (stale.test(author)) {
            return no(Problem.TOKEN_STALE);
        }
        return member.interval().open() ? Optional.empty() : no(Problem.NOT_MEMBER);
    }

    /** May this member speak: not muted, not cut off, in a conversation that takes messages? */
    Optional<No> speak(Author author, Member member, Conversation conversation) {
        Standing standing = member.standing();
        if (!author.rights().contains(Rights.SPEAK)) {
            return author.until() == null ? no(Problem.RIGHT_MISSING) : muted(Problem.MUTED_ACCOUNT, author.until());
        }
        if (live(standing.mutedUntil())) {
            return muted(Problem.MUTED_MEMBER, standing.mutedUntil());
        }
        if (live(conversation.mutedUntil()) && !standing.leads()) {
            return muted(Problem.MUTED_GROUP, conversation.mutedUntil());
        }
        if (!standing.canSend()) {
            return no(reason(standing.reason()));
        }
        return conversation.state() == ConversationState.OPEN ? Optional.empty() : no(Problem.GROUP_DISABLED);
    }

    /** May this message be recalled by this member: is it there, is it his or does he lead, is it early enough? */
    Optional<No> recall(Member member, Conversation conversation, Command.Recall recall, @Nullable MessageRow row) {
        if (row == null
                || row.said().senderId() == null
                || recall.seq() < member.interval().fromSeq()) {
            return no(Problem.NOT_FOUND);
        }
        if (leads(member, conversation)) {
            return Optional.empty();
        }
        if (!member.userId().equals(row.said().senderId())) {
            return no(Problem.RIGHT_MISSING);
        }
        boolean late = row.createdAt().plus(Bounds.RECALL_WINDOW).isBefore(now);
        return late && row.change() == null ? no(Problem.RECALL_WINDOW_OVER) : Optional.empty();
    }

    private static boolean leads(Member member, Conversation conversation) {
        return member.standing().leads() && conversation.kind() == ConversationKind.GROUP;
    }

    private static Problem reason(@Nullable String reason) {
        return Problem.BLOCKED.code().equals(reason) ? Problem.BLOCKED : Problem.NOT_FRIENDS;
    }

    private boolean live(@Nullable Instant until) {
        return until != null && until.isAfter(now);
    }

    private static Optional<No> no(Problem problem) {
        return Optional.of(No.of(problem));
    }

    private static Optional<No> muted(Problem problem, @Nullable Instant until) {
        return Optional.of(No.until(problem, until));
    }
}
