package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import im.sparrow.message.command.No;
import im.sparrow.message.frame.Json;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.MessageRow.Said;
import im.sparrow.message.row.RefusalRow;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what is said. */
final class Sends {

    private final Work work;
    private final Refusals refusals;
    private final Questions questions;
    private final Supplier<Id> ids;

    Sends(Work work, Refusals refusals, Predicate<Author> stale, Supplier<Id> ids) {
        this.work = work;
        this.refusals = refusals;
        this.questions = new Questions(stale, work.now());
        this.ids = ids;
    }

    void take(Entry entry, Author author, Command.Send send) {
        var conversation = work.conversation(entry.conversationId());
        var member = conversation.flatMap(c -> work.member(c, author.userId()));
        if (member.isPresent()) {
            take(entry, author, send, conversation.orElseThrow(), member.get());
        } else {
            refusals.unknownConversation(entry, author);
        }
    }

    private void take(Entry entry, Author author, Command.Send send, Conversation conversation, Member member) {
        Said said = said(author, send);
        var key = new Key.Command(conversation.id(), author.userId(), send.clientMsgId());
        MessageRow before = work.message(key);
        RefusalRow refused = work.refusal(key);
        if (before != null) {
            repeat(entry, author, said, before);
        } else if (refused != null) {
            refusals.again(entry, refused, said.hash());
        } else {
            var no = no(entry, author, send, conversation, member);
            if (no.isPresent()) {
                refusals.refuse(entry, member, said.hash(), no.get());
            } else {
                append(entry, said, conversation, member);
            }
        }
        if (send.readSeq() != null) {
            shows(conversation, member, send.readSeq());
        }
    }

    private Optional<No> no(Entry entry, Author author, Command.Send send, Conversation conversation, Member member) {
        return questions
                .any(entry, author, member)
                .or(() -> questions.speak(author, member, conversation))
                .or(() -> Bodies.wrong(send, conversation.lastSeq()))
                .or(() -> inOrder(author, send, conversation));
    }

    /** The device's previous send must have an outcome, whatever it is. */
    private Optional<No> inOrder(Author author, Command.Send send, Conversation conversation) {
        UUID after = send.after();
        if (after == null) {
            return Optional.empty();
        }
        var key = new Key.Command(conversation.id(), author.userId(), after);
        boolean decided = work.message(key) != null || work.refusal(key) != null;
        return decided ? Optional.empty() : Optional.of(No.of(Problem.OUT_OF_ORDER));
    }

    private void append(Entry entry, Said said, Conversation conversation, Member member) {
        MessageRow row = conversation.append(ids.get(), said, work.now(), entry.offset());
        member.said(row.seq());
        work.insert(row);
        work.tell(row, now -> new Announcement.Said(now, null, null, said.senderId()));
    }

    /** A replay is told to the room again, with the same number; a repeat only to who asks. */
    private void repeat(Entry entry, Author author, Said said, MessageRow before) {
        if (!before.said().hash().equals(said.hash())) {
            refusals.reused(entry, author);
            return;
        }
        boolean replay = before.commandOffset() == entry.offset();
        Id to = replay ? null : author.userId();
        work.tell(before, now -> new Announcement.Said(now, to, null, author.userId()));
    }

    /** Moves the mark to what the device has shown: at most to the newest message that was stored before this batch. */
    private void shows(Conversation conversation, Member member, long readSeq) {
        long seq = mark(conversation.before(), member.interval(), readSeq);
        if (seq <= member.readSeq()) {
            return;
        }
        numbers(conversation.before(), member, seq).ifPresent(numbers -> member.shows(seq, numbers));
    }

    private Optional<MarkNumbers> numbers(ConversationRow before, Member member, long seq) {
        if (seq == before.lastSeq()) {
            return Optional.of(new MarkNumbers(before.lastCountableNo(), member.storedOwnNo()));
        }
        return Wanted.mark(work.known().marks(), before.id(), member.userId(), seq);
    }

    /** A mark never goes beyond what may be seen. */
    static long mark(ConversationRow conversation, MemberRow.Interval interval, long readSeq) {
        return Math.min(readSeq, Math.min(interval.lastVisible(conversation.lastSeq()), conversation.lastSeq()));
    }

    private static Said said(Author author, Command.Send send) {
        String body = Json.text(send.body());
        String mentions = send.mentions() == null ? null : Json.text(send.mentions());
        return new Said(
                author.userId(),
                send.clientMsgId(),
                send.body().type(),
                body,
                send.replyTo(),
                mentions,
                Hash.of(send, body, text(mentions)),
                send.body().countable());
    }

    private static String text(@Nullable String mentions) {
        return mentions == null ? "" : mentions;
    }
}
