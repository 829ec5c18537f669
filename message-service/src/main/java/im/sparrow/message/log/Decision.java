package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Decides one batch: what may be stored and under which number. Knows no clock, thread or database; the same arguments
 * always come to the same end, but for the ids of new messages.
 *
 * <p>An outcome known under the maker's id always answers first. What is final is stored before it is told; what is
 * retryable is only told.
 */
public final class Decision {

    private final Work work;
    private final Sends sends;
    private final Recalls recalls;
    private final Applied applied;
    private final Refusals refusals;

    private Decision(Work work, Predicate<Author> stale, Supplier<Id> ids) {
        this.work = work;
        this.refusals = new Refusals(work);
        this.sends = new Sends(work, refusals, stale, ids);
        this.recalls = new Recalls(work, refusals, stale);
        this.applied = new Applied(work, ids);
    }

    /**
     * Walks the batch once.
     *
     * @param batch in the order of each partition
     * @param known the rows it concerns, read under the conversations' locks
     * @param stale whether what a token said of its author is no longer true
     * @param ids names for new messages
     * @param now the time of all that is stored, in microseconds at the finest
     * @return the rows and frames it comes to, or that all outcomes must be looked up first
     */
    public static Verdict decide(
            List<Entry> batch, Known known, Predicate<Author> stale, Supplier<Id> ids, Instant now) {
        var work = new Work(known, now);
        var decision = new Decision(work, stale, ids);
        for (Entry entry : batch) {
            decision.take(entry);
            if (decision.refusals.outcomesNeeded()) {
                return new Verdict.OutcomesNeeded();
            }
        }
        return work.finish();
    }

    private void take(Entry entry) {
        switch (entry.asked()) {
            case Entry.ByPerson person -> byPerson(entry, person.author(), person.command());
            case Entry.ByService service -> byService(entry, service.command());
            case Entry.Poison poison -> refusals.poison(entry, poison);
        }
    }

    private void byPerson(Entry entry, Author author, Command command) {
        switch (command) {
            case Command.Send send -> sends.take(entry, author, send);
            case Command.Recall recall -> recalls.take(entry, author, recall);
            // Only services may; the reader never makes such an entry, and a forged one tells nobody anything.
            case Command.ApplyConversation apply -> work.bury(entry, Problem.RIGHT_MISSING);
            case Command.ApplyMembers apply -> work.bury(entry, Problem.RIGHT_MISSING);
        }
    }

    private void byService(Entry entry, Command command) {
        switch (command) {
            case Command.ApplyConversation apply -> applied.take(entry, apply);
            case Command.ApplyMembers apply -> applied.take(entry, apply);
            case Command.Send send -> work.bury(entry, Problem.TOKEN_MISSING);
            case Command.Recall recall -> work.bury(entry, Problem.TOKEN_MISSING);
        }
    }
}
