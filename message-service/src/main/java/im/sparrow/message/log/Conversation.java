package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.MemberRow.End;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.MessageRow.Said;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation while a batch is walked: the one place where a seq or a change number is taken. */
final class Conversation {

    private final ConversationRow before;
    private ConversationRow description;
    private boolean described;
    private long lastSeq;
    private long lastChangeSeq;
    private long lastCountableNo;
    private Instant lastActivity;
    private @Nullable End ended;

    /** As it is stored. */
    Conversation(ConversationRow stored) {
        this.before = stored;
        this.description = stored;
        this.lastSeq = stored.lastSeq();
        this.lastChangeSeq = stored.lastChangeSeq();
        this.lastCountableNo = stored.lastCountableNo();
        this.lastActivity = stored.lastActivity();
    }

    /** A new one. */
    Conversation(ApplyConversation first, Instant now) {
        this(new ConversationRow(
                first.conversationId(),
                first.kind(),
                first.title(),
                first.photo(),
                first.state(),
                first.mutedUntil(),
                first.version(),
                0,
                0,
                0,
                now));
        this.described = true;
    }

    Id id() {
        return before.id();
    }

    ConversationKind kind() {
        return before.kind();
    }

    ConversationState state() {
        return description.state();
    }

    @Nullable
    String title() {
        return description.title();
    }

    @Nullable
    Instant mutedUntil() {
        return description.mutedUntil();
    }

    long version() {
        return description.version();
    }

    long lastSeq() {
        return lastSeq;
    }

    long lastCountableNo() {
        return lastCountableNo;
    }

    /** As it was when the batch began. */
    ConversationRow before() {
        return before;
    }

    /** Gives the next seq to something said. A message is never older than the one before it. */
    MessageRow append(Id id, Said said, Instant now, long commandOffset) {
        lastSeq++;
        lastCountableNo += said.countable() ? 1 : 0;
        lastActivity = now.isAfter(lastActivity) ? now : lastActivity;
        return new MessageRow(id(), lastSeq, id, said, lastCountableNo, lastActivity, null, commandOffset);
    }

    /** Takes the next change number. */
    long nextChange() {
        return ++lastChangeSeq;
    }

    /** Takes over what social-service says; the kind never changes. */
    void become(ApplyConversation apply) {
        description = new ConversationRow(
                id(),
                kind(),
                apply.title(),
                apply.photo(),
                apply.state(),
                apply.mutedUntil(),
                apply.version(),
                0,
                0,
                0,
                lastActivity);
        described = true;
    }

    /** The heads as they are now, where a membership ends. */
    End here() {
        return new End(lastSeq, lastChangeSeq, lastCountableNo, lastActivity);
    }

    /** Ends every open membership here. */
    End endAll() {
        ended = here();
        return ended;
    }

    /** Where every membership ended in this batch, if it did. */
    Optional<End> ended() {
        return Optional.ofNullable(ended);
    }

    /** As it is after the batch. */
    ConversationRow row() {
        return new ConversationRow(
                id(),
                kind(),
                description.title(),
                description.photo(),
                description.state(),
                description.mutedUntil(),
                description.version(),
                lastSeq,
                lastChangeSeq,
                lastCountableNo,
                lastActivity);
    }

    /** What to store of what social-service says. */
    Optional<ConversationRow> description() {
        return described ? Optional.of(row()) : Optional.empty();
    }

    Optional<Decided.Step> step() {
        long seqs = lastSeq - before.lastSeq();
        long changes = lastChangeSeq - before.lastChangeSeq();
        long countables = lastCountableNo - before.lastCountableNo();
        return seqs + changes > 0 ? Optional.of(new Decided.Step(id(), seqs, changes, countables)) : Optional.empty();
    }
}
