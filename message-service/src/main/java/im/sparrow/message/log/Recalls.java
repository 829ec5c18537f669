package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.MessageRow.Change;
import im.sparrow.message.row.OpRow;
import im.sparrow.message.row.RefusalRow;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides what is taken back: the first kind of change. Its number stands on the message's row, its outcome in an op. */
final class Recalls {

    private final Work work;
    private final Refusals refusals;
    private final Questions questions;

    Recalls(Work work, Refusals refusals, Predicate<Author> stale) {
        this.work = work;
        this.refusals = refusals;
        this.questions = new Questions(stale, work.now());
    }

    void take(Entry entry, Author author, Command.Recall recall) {
        var conversation = work.conversation(entry.conversationId());
        var member = conversation.flatMap(c -> work.member(c, author.userId()));
        if (member.isPresent()) {
            take(entry, author, recall, conversation.orElseThrow(), member.get());
        } else {
            refusals.unknownConversation(entry, author);
        }
    }

    private void take(Entry entry, Author author, Command.Recall recall, Conversation conversation, Member member) {
        var key = new Key.Command(conversation.id(), author.userId(), recall.clientOpId());
        OpRow before = work.op(key);
        RefusalRow refused = work.refusal(key);
        MessageRow row =
                work.message(new Key.Message(conversation.id(), recall.seq())).orElse(null);
        if (before != null) {
            repeat(entry, author, recall, before, row);
            return;
        }
        if (refused != null) {
            refusals.again(entry, refused, Hash.of(recall));
            return;
        }
        var no = questions.any(entry, author, member).or(() -> questions.recall(member, conversation, recall, row));
        if (no.isPresent() || row == null) {
            refusals.refuse(entry, member, Hash.of(recall), no.orElseThrow());
        } else {
            recall(entry, author, conversation, row);
        }
    }

    private void recall(Entry entry, Author author, Conversation conversation, MessageRow row) {
        Change change = row.change();
        boolean first = change == null;
        if (change == null) {
            change = new Change(conversation.nextChange(), author.userId(), work.now());
            work.replace(row.recalled(change));
        }
        work.put(new OpRow(
                conversation.id(),
                author.userId(),
                entry.asked().clientId(),
                OpRow.RECALL,
                row.seq(),
                change.changeSeq(),
                null,
                entry.offset()));
        // Somebody was faster: there is no new change, but this one too is done.
        tell(entry, author, row, first ? null : author.userId());
    }

    private void repeat(Entry entry, Author author, Command.Recall recall, OpRow before, @Nullable MessageRow row) {
        if (row == null || before.seq() == null || before.seq() != recall.seq()) {
            refusals.reused(entry, author);
            return;
        }
        tell(entry, author, row, before.commandOffset() == entry.offset() ? null : author.userId());
    }

    private void tell(Entry entry, Author author, MessageRow row, @Nullable Id to) {
        work.tell(row, now -> {
            Change change = now.change();
            if (change == null) {
                throw new IllegalStateException("a recall left no change on " + now.seq());
            }
            return new Announcement.Changed(now, change, entry.asked().clientId(), author.userId(), to);
        });
    }
}
