package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import im.sparrow.message.command.No;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.RefusalRow;
import java.util.UUID;

/** Says no: stores what is final, tells the maker's devices, and first makes sure that there is no outcome yet. */
final class Refusals {

    /** Final refusals kept for one user in an hour; above it he hears {@code rate_limited}, and nothing is stored. */
    static final int PER_HOUR = 100;

    private final Work work;
    private boolean outcomesNeeded;

    Refusals(Work work) {
        this.work = work;
    }

    /** Whether a refusal had to wait for a complete look-up: the batch is to be decided again with it. */
    boolean outcomesNeeded() {
        return outcomesNeeded;
    }

    /** To someone who has no row here, conversation known or not: always the same, never stored. */
    void unknownConversation(Entry entry, Author author) {
        tell(entry, author.userId(), No.of(Problem.UNKNOWN_CONVERSATION));
    }

    /** The id was used before for something else. Its first outcome stands. */
    void reused(Entry entry, Author author) {
        tell(entry, author.userId(), No.of(Problem.CLIENT_MSG_ID_REUSED));
    }

    /** A refusal that was stored before, told again. */
    void again(Entry entry, RefusalRow refusal, UUID hash) {
        No no = refusal.hash().equals(hash)
                ? No.until(Problem.ofCode(refusal.code()), refusal.until())
                : No.of(Problem.CLIENT_MSG_ID_REUSED);
        tell(entry, refusal.actor(), no);
    }

    /** A new refusal to a member, or to one who was. */
    void refuse(Entry entry, Member member, UUID hash, No no) {
        if (!work.known().outcomes().complete()) {
            outcomesNeeded = true;
            return;
        }
        Id user = member.userId();
        if (no.problem().retryable()) {
            tell(entry, user, no);
        } else if (work.refusalsOf(user) >= PER_HOUR) {
            tell(entry, user, No.of(Problem.RATE_LIMITED));
        } else {
            member.refused();
            work.put(new RefusalRow(
                    entry.conversationId(),
                    user,
                    entry.asked().clientId(),
                    no.problem().code(),
                    no.until(),
                    hash));
            tell(entry, user, no);
        }
    }

    /** What can be read only so far as to know whose it is. */
    void poison(Entry entry, Entry.Poison poison) {
        Id user = poison.author().userId();
        var member = work.conversation(entry.conversationId()).flatMap(c -> work.member(c, user));
        if (member.isEmpty()) {
            tell(entry, user, poison.no());
            return;
        }
        var key = new Key.Command(entry.conversationId(), user, poison.clientId());
        RefusalRow before = work.refusal(key);
        if (before != null) {
            again(entry, before, Hash.NONE);
        } else if (work.message(key) != null || work.op(key) != null) {
            reused(entry, poison.author());
        } else {
            refuse(entry, member.get(), Hash.NONE, poison.no());
        }
    }

    private void tell(Entry entry, Id user, No no) {
        boolean message = !(entry.asked() instanceof Entry.ByPerson person) || person.command() instanceof Command.Send;
        work.tell(new Announcement.Nacked(
                entry.conversationId(), user, entry.asked().clientId(), message, no, work.now()));
    }
}
