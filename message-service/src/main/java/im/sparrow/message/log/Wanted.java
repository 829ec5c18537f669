package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.command.Entry;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What must be read before a batch can be decided. */
public final class Wanted {

    private final List<Entry> batch;

    /** For this batch. */
    public Wanted(List<Entry> batch) {
        this.batch = batch;
    }

    /** The conversations, in the order in which they are locked. */
    public List<Id> conversations() {
        var ids = new TreeSet<Id>();
        batch.forEach(entry -> ids.add(entry.conversationId()));
        return List.copyOf(ids);
    }

    /** Senders, and whom services' commands name. */
    public List<Key.Member> members() {
        var keys = new LinkedHashSet<Key.Member>();
        for (Entry entry : batch) {
            Id where = entry.conversationId();
            switch (entry.asked()) {
                case Entry.ByPerson person ->
                    keys.add(new Key.Member(where, person.author().userId()));
                case Entry.Poison poison ->
                    keys.add(new Key.Member(where, poison.author().userId()));
                case Entry.ByService service -> {
                    if (service.command() instanceof Command.ApplyMembers apply) {
                        apply.members().forEach(change -> keys.add(new Key.Member(where, change.userId())));
                    }
                }
            }
        }
        return List.copyOf(keys);
    }

    /** Messages that recalls name. */
    public List<Key.Message> targets() {
        var keys = new LinkedHashSet<Key.Message>();
        for (Entry entry : batch) {
            if (command(entry) instanceof Command.Recall recall) {
                keys.add(new Key.Message(entry.conversationId(), recall.seq()));
            }
        }
        return List.copyOf(keys);
    }

    /**
     * Ids under which something may have been said: those named in {@code after}, and when all outcomes are looked up every
     * send's own, and those of services' commands for their lines.
     */
    public Set<Key.Command> said(boolean complete) {
        var keys = afters();
        for (Entry entry : batch) {
            if (complete && !(command(entry) instanceof Command.Recall)) {
                keys.add(own(entry));
            }
        }
        return keys;
    }

    /** Ids of what is no message. */
    public Set<Key.Command> done() {
        var keys = new LinkedHashSet<Key.Command>();
        for (Entry entry : batch) {
            if (!(command(entry) instanceof Command.Send)) {
                keys.add(own(entry));
            }
        }
        return keys;
    }

    /** Ids named in {@code after} that are not decided earlier in the batch. */
    private Set<Key.Command> afters() {
        var earlier = new HashSet<Key.Command>();
        var keys = new LinkedHashSet<Key.Command>();
        for (Entry entry : batch) {
            if (entry.asked() instanceof Entry.ByPerson person
                    && person.command() instanceof Command.Send send
                    && send.after() != null) {
                var after =
                        new Key.Command(entry.conversationId(), person.author().userId(), send.after());
                if (!earlier.contains(after)) {
                    keys.add(after);
                }
            }
            earlier.add(own(entry));
        }
        return keys;
    }

    /** Of the batch's ids and those named in {@code after}, the ones whose maker has refusals here. */
    public Set<Key.Command> refused(Map<Key.Member, MemberRow> members) {
        var keys = afters();
        batch.forEach(entry -> keys.add(own(entry)));
        keys.removeIf(key -> key.actor() == null
                || !(members.get(new Key.Member(key.conversationId(), key.actor())) instanceof MemberRow row)
                || row.refusedAt() == null);
        return keys;
    }

    /** The persons of the batch. */
    public Set<Id> persons() {
        var persons = new LinkedHashSet<Id>();
        for (Entry entry : batch) {
            Id actor = own(entry).actor();
            if (actor != null) {
                persons.add(actor);
            }
        }
        return persons;
    }

    /** Seqs that devices have shown, but for those whose numbers stand at the head anyway. */
    public Set<Key.Mark> marks(Map<Id, ConversationRow> conversations, Map<Key.Member, MemberRow> members) {
        var keys = new LinkedHashSet<Key.Mark>();
        for (Entry entry : batch) {
            if (entry.asked() instanceof Entry.ByPerson person
                    && person.command() instanceof Command.Send send
                    && send.readSeq() != null
                    && conversations.get(entry.conversationId()) instanceof ConversationRow row
                    && members.get(new Key.Member(row.id(), person.author().userId())) instanceof MemberRow member) {
                long seq = Sends.mark(row, member.interval(), send.readSeq());
                if (seq > member.marks().readSeq() && seq < row.lastSeq()) {
                    keys.add(new Key.Mark(row.id(), member.userId(), seq));
                }
            }
        }
        return keys;
    }

    /** The numbers at a mark, if they were read. */
    static Optional<MarkNumbers> mark(Map<Key.Mark, MarkNumbers> marks, Id where, Id user, long seq) {
        return Optional.ofNullable(marks.get(new Key.Mark(where, user, seq)));
    }

    private static Key.Command own(Entry entry) {
        Id actor = switch (entry.asked()) {
            case Entry.ByPerson person -> person.author().userId();
            case Entry.Poison poison -> poison.author().userId();
            case Entry.ByService service -> null;
        };
        return new Key.Command(entry.conversationId(), actor, entry.asked().clientId());
    }

    private static Object command(Entry entry) {
        return switch (entry.asked()) {
            case Entry.ByPerson person -> person.command();
            case Entry.ByService service -> service.command();
            case Entry.Poison poison -> poison;
        };
    }
}
