package im.sparrow.message.writer;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Topics;
import im.sparrow.message.command.Entry;
import im.sparrow.message.command.No;
import im.sparrow.message.frame.Json;
import im.sparrow.message.frame.ServerFrame;
import im.sparrow.message.log.Announcement;
import im.sparrow.message.log.Decided;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Encodes what is told, once: the value is the public frame, byte for byte as sockets get it, and whatever a gateway must
 * know of it stands in the record's headers ({@link Headers}).
 */
final class EventRecords {

    private final int partitions;

    /** For a topic with so many partitions. */
    EventRecords(int partitions) {
        this.partitions = partitions;
    }

    /** What a batch tells, in order, and its dead letters. */
    List<ProducerRecord<String, byte[]>> of(Decided decided) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        decided.announcements().forEach(told -> records.add(record(told)));
        decided.dead().forEach(dead -> records.add(dead(dead.entry(), dead.reason())));
        return records;
    }

    /** A dead letter of a command that was read; its body stays behind. */
    ProducerRecord<String, byte[]> dead(Entry entry, Problem reason) {
        return dead(entry.conversationId().toString(), entry.asked().clientId(), reason);
    }

    /** A dead letter of a record whose key may be anything. */
    ProducerRecord<String, byte[]> dead(@Nullable String key, @Nullable UUID clientId, Problem reason) {
        String text = key == null ? "" : key;
        var record = new ProducerRecord<>(
                Topics.MESSAGE_COMMAND_DLT.name(), Topics.partition(text, partitions), text, new byte[0]);
        header(record, Headers.REASON, reason.code());
        header(record, Headers.CLIENT_ID, clientId);
        return record;
    }

    private ProducerRecord<String, byte[]> record(Announcement told) {
        return switch (told) {
            case Announcement.Said said -> said(said);
            case Announcement.Changed changed -> changed(changed);
            case Announcement.Nacked nacked -> nacked(nacked);
            case Announcement.MembersChanged members -> members(members);
            case Announcement.Described described -> described(described);
        };
    }

    private ProducerRecord<String, byte[]> said(Announcement.Said told) {
        MessageRow row = told.row();
        var record = record(told.conversationId(), "message", new ServerFrame.Message(row.view()), row.createdAt());
        header(record, Headers.SEQ, row.seq());
        header(record, Headers.ACTOR, told.actor());
        header(record, Headers.TO, told.to());
        header(record, Headers.MEMBERSHIP, told.effect());
        header(
                record,
                Headers.EVENT_CLIENT_ID,
                row.said().senderId() == null ? null : row.said().clientId());
        return record;
    }

    private ProducerRecord<String, byte[]> changed(Announcement.Changed told) {
        MessageRow row = told.row();
        MessageRow.Change change = told.change();
        var frame = new ServerFrame.Change(
                row.conversationId(), change.changeSeq(), row.seq(), "recall", told.clientOpId(), row.view());
        var record = record(told.conversationId(), "change", frame, change.recalledAt());
        header(record, Headers.SEQ, row.seq());
        header(record, Headers.CHANGE, change.changeSeq());
        header(record, Headers.ACTOR, told.actor());
        header(record, Headers.TO, told.to());
        header(record, Headers.EVENT_CLIENT_ID, told.clientOpId());
        return record;
    }

    private ProducerRecord<String, byte[]> nacked(Announcement.Nacked told) {
        No no = told.no();
        Duration wait = no.retryAfter();
        var frame = new ServerFrame.Nack(
                told.conversationId(),
                told.message() ? told.clientId() : null,
                told.message() ? null : told.clientId(),
                no.problem().code(),
                no.detail(),
                no.problem().retryable(),
                wait == null ? null : wait.toMillis(),
                no.until());
        var record = record(told.conversationId(), "nack", frame, told.at());
        header(record, Headers.TO, told.to());
        header(record, Headers.EVENT_CLIENT_ID, told.clientId());
        return record;
    }

    private ProducerRecord<String, byte[]> members(Announcement.MembersChanged told) {
        long version = told.changed().stream()
                .mapToLong(row -> row.standing().version())
                .max()
                .orElse(0);
        var changed = told.changed().stream().map(EventRecords::view).toList();
        var frame = new ServerFrame.Members(told.conversationId(), told.seq(), version, changed);
        var record = record(told.conversationId(), "members", frame, told.at());
        header(record, Headers.SEQ, told.seq());
        header(record, Headers.MEMBERSHIP, told.effect());
        return record;
    }

    private static ServerFrame.MemberView view(MemberRow row) {
        MemberRow.Standing standing = row.standing();
        return new ServerFrame.MemberView(
                row.userId(),
                standing.role(),
                standing.mutedUntil(),
                standing.canSend(),
                standing.reason(),
                row.interval().open() ? null : true);
    }

    private ProducerRecord<String, byte[]> described(Announcement.Described told) {
        ConversationRow row = told.row();
        var frame = new ServerFrame.Conversation(
                row.id(), row.kind(), row.title(), row.photo(), row.state(), row.mutedUntil(), row.version());
        var record = record(told.conversationId(), "conversation", frame, told.at());
        header(record, Headers.ACTOR, told.actor());
        header(record, Headers.MEMBERSHIP, told.effect());
        return record;
    }

    private ProducerRecord<String, byte[]> record(Id conversation, String kind, ServerFrame frame, Instant at) {
        String key = conversation.toString();
        var record = new ProducerRecord<>(
                Topics.MESSAGE_EVENT.name(), Topics.partition(key, partitions), key, Json.bytes(frame));
        header(record, Headers.KIND, kind);
        header(record, Headers.AT, at.toEpochMilli());
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, @Nullable Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
