package im.sparrow.message.log;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.contracts.message.SystemNote;
import im.sparrow.message.command.Entry;
import im.sparrow.message.frame.Json;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.MessageRow.Said;
import im.sparrow.message.row.OpRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts social-service's decisions in order. The newer version wins; who comes or goes does so at the seq of the system
 * message that tells it. Said again by the outbox, a command is dropped; read again by us, it is told again.
 */
final class Applied {

    private final Work work;
    private final Supplier<Id> ids;

    Applied(Work work, Supplier<Id> ids) {
        this.work = work;
        this.ids = ids;
    }

    /** Makes a conversation known, or changes it. Its making is told by the members' line, since nobody is in it yet. */
    void take(Entry entry, ApplyConversation apply) {
        OpRow before = work.op(key(entry));
        if (before != null) {
            if (before.commandOffset() == entry.offset()) {
                work.conversation(entry.conversationId()).ifPresent(c -> tell(entry, c, before, apply.actor()));
            }
            return;
        }
        var known = work.conversation(entry.conversationId());
        if (known.isEmpty()) {
            var made = new Conversation(apply, work.now());
            work.add(made);
            done(entry, made, OpRow.APPLY_CONVERSATION, null, null, apply.actor());
        } else if (apply.version() > known.get().version()) {
            change(entry, apply, known.get());
        } else {
            work.put(op(entry, OpRow.APPLY_CONVERSATION, null, null));
        }
    }

    private void change(Entry entry, ApplyConversation apply, Conversation conversation) {
        boolean ends =
                apply.state() == ConversationState.DISSOLVED && conversation.state() != ConversationState.DISSOLVED;
        conversation.become(apply);
        MessageRow line = line(
                entry,
                conversation,
                apply.cause(),
                new SystemNote(apply.cause(), apply.actor(), List.of(), 0, apply.title()));
        if (ends) {
            work.endAll(conversation);
        }
        done(entry, conversation, OpRow.APPLY_CONVERSATION, line, ends ? "-*" : null, apply.actor());
    }

    /** Changes members, each by his own version. */
    void take(Entry entry, ApplyMembers apply) {
        var known = work.conversation(entry.conversationId());
        OpRow before = work.op(key(entry));
        if (known.isEmpty()) {
            work.bury(entry, Problem.UNKNOWN_CONVERSATION);
        } else if (before == null) {
            change(entry, apply, known.get());
        } else if (before.commandOffset() == entry.offset()) {
            tell(entry, known.get(), before, apply);
        }
    }

    private void change(Entry entry, ApplyMembers apply, Conversation conversation) {
        List<MemberChange> newer = apply.members().stream()
                .filter(change -> newer(conversation, change))
                .toList();
        if (newer.isEmpty()) {
            work.put(op(entry, OpRow.APPLY_MEMBERS, null, null));
            return;
        }
        MessageRow line = line(entry, conversation, apply.cause(), note(apply, newer, conversation.title()));
        var effects = new ArrayList<String>();
        for (MemberChange change : newer) {
            effect(change, conversation, line != null, effects);
        }
        String effect = effects.isEmpty() ? null : String.join(",", effects);
        OpRow op = op(entry, OpRow.APPLY_MEMBERS, line == null ? null : line.seq(), effect);
        work.put(op);
        tell(entry, conversation, op, apply);
    }

    /** A membership that we never knew cannot end. */
    private boolean newer(Conversation conversation, MemberChange change) {
        return work.member(conversation, change.userId())
                .map(member -> change.version() > member.standing().version())
                .orElse(!change.gone());
    }

    private void effect(MemberChange change, Conversation conversation, boolean line, List<String> effects) {
        var known = work.member(conversation, change.userId());
        long fromSeq = change.history() ? 1 : conversation.lastSeq() + (line ? 0 : 1);
        if (known.isEmpty()) {
            work.add(conversation, new Member(conversation, change, fromSeq));
            effects.add("+" + change.userId());
            return;
        }
        Member member = known.get();
        member.become(change);
        if (change.gone() && member.interval().open()) {
            member.end(conversation.here());
            effects.add("-" + change.userId());
        } else if (!change.gone() && !member.interval().open()) {
            member.join(conversation, fromSeq).ifPresent(before -> work.archive(conversation, member, before));
            effects.add("+" + change.userId());
        }
    }

    private @Nullable MessageRow line(Entry entry, Conversation conversation, Cause cause, SystemNote note) {
        if (cause == Cause.SILENT) {
            return null;
        }
        var said = new Said(
                null, entry.asked().clientId(), SystemNote.TYPE, Json.text(note), null, null, Hash.NONE, false);
        MessageRow row = conversation.append(ids.get(), said, work.now(), entry.offset());
        work.insert(row);
        return row;
    }

    private static SystemNote note(ApplyMembers apply, List<MemberChange> newer, @Nullable String title) {
        List<Id> named = newer.stream()
                .limit(SystemNote.USERS_MAX)
                .map(MemberChange::userId)
                .toList();
        return new SystemNote(
                apply.cause(), apply.actor(), named, newer.size(), apply.cause() == Cause.GROUP_CREATED ? title : null);
    }

    private void done(
            Entry entry,
            Conversation conversation,
            String kind,
            @Nullable MessageRow line,
            @Nullable String effect,
            @Nullable Id actor) {
        OpRow op = op(entry, kind, line == null ? null : line.seq(), effect);
        work.put(op);
        tell(entry, conversation, op, actor);
    }

    /** First the new description, while everyone is still there, then the line with which they go. */
    private void tell(Entry entry, Conversation conversation, OpRow op, @Nullable Id actor) {
        MessageRow line = work.message(key(entry));
        String effect = line == null ? op.effect() : null;
        work.tell(new Announcement.Described(conversation.row(), effect, actor, work.now()));
        if (line != null) {
            work.tell(line, now -> new Announcement.Said(now, null, op.effect(), actor));
        }
    }

    /**
     * First who has changed, while those who go are still there, then the line at which they come and go. Without a line
     * the last frame carries the effect.
     */
    private void tell(Entry entry, Conversation conversation, OpRow op, ApplyMembers apply) {
        MessageRow line = work.message(key(entry));
        List<MemberRow> changed = apply.members().stream()
                .map(change -> work.member(conversation, change.userId()).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .map(Member::row)
                .toList();
        for (int from = 0; from < changed.size(); from += Bounds.MEMBERS_FRAME_MAX) {
            int to = Math.min(changed.size(), from + Bounds.MEMBERS_FRAME_MAX);
            String effect = line == null && to == changed.size() ? op.effect() : null;
            work.tell(new Announcement.MembersChanged(
                    conversation.id(), op.seq(), List.copyOf(changed.subList(from, to)), effect, work.now()));
        }
        if (line != null) {
            work.tell(line, now -> new Announcement.Said(now, null, op.effect(), apply.actor()));
        }
    }

    private static OpRow op(Entry entry, String kind, @Nullable Long seq, @Nullable String effect) {
        UUID id = entry.asked().clientId();
        return new OpRow(entry.conversationId(), null, id, kind, seq, null, effect, entry.offset());
    }

    private static Key.Command key(Entry entry) {
        return new Key.Command(entry.conversationId(), null, entry.asked().clientId());
    }
}
