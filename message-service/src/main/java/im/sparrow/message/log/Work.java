package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.message.command.Entry;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.OpRow;
import im.sparrow.message.row.RefusalRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a batch has come to so far: the rows it knows, as the walk has left them, and what is to be told. Announcements
 * are made from the rows at the end, so a text that is recalled later in the same batch is never told.
 */
final class Work {

    private final Known known;
    private final Instant now;
    private final Map<Id, Conversation> conversations = new LinkedHashMap<>();
    private final Map<Key.Member, Member> members = new LinkedHashMap<>();
    private final Map<Key.Command, MessageRow> sent = new HashMap<>();
    private final Map<Key.Command, OpRow> ops = new LinkedHashMap<>();
    private final Map<Key.Command, RefusalRow> refusals = new LinkedHashMap<>();
    private final Map<Key.Message, MessageRow> inserted = new LinkedHashMap<>();
    private final Map<Key.Message, MessageRow> recalled = new LinkedHashMap<>();
    private final List<Decided.Archived> archived = new ArrayList<>();
    private final List<Decided.Ending> endings = new ArrayList<>();
    private final List<Decided.Dead> dead = new ArrayList<>();
    private final List<Function<Work, Announcement>> told = new ArrayList<>();

    Work(Known known, Instant now) {
        this.known = known;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Known known() {
        return known;
    }

    Optional<Conversation> conversation(Id id) {
        Conversation here = conversations.get(id);
        if (here == null && known.conversations().get(id) instanceof ConversationRow row) {
            here = new Conversation(row);
            conversations.put(id, here);
        }
        return Optional.ofNullable(here);
    }

    void add(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    /** A member; his interval has ended with the conversation's, when all of them have in this batch. */
    Optional<Member> member(Conversation conversation, Id userId) {
        var key = new Key.Member(conversation.id(), userId);
        Member here = members.get(key);
        if (here == null && known.members().get(key) instanceof MemberRow row) {
            Member stored = new Member(row);
            if (stored.interval().open()) {
                conversation.ended().ifPresent(stored::end);
            }
            members.put(key, stored);
            here = stored;
        }
        return Optional.ofNullable(here);
    }

    void add(Conversation conversation, Member member) {
        members.put(new Key.Member(conversation.id(), member.userId()), member);
    }

    void endAll(Conversation conversation) {
        MemberRow.End end = conversation.endAll();
        endings.add(new Decided.Ending(conversation.id(), end));
        members.forEach((key, member) -> {
            if (key.conversationId().equals(conversation.id())
                    && member.interval().open()) {
                member.end(end);
            }
        });
    }

    void archive(Conversation conversation, Member member, Range interval) {
        archived.add(new Decided.Archived(new Key.Member(conversation.id(), member.userId()), interval));
    }

    @Nullable
    MessageRow message(Key.Command key) {
        MessageRow here = sent.get(key);
        return here != null ? here : known.outcomes().messages().get(key);
    }

    @Nullable
    OpRow op(Key.Command key) {
        OpRow here = ops.get(key);
        return here != null ? here : known.outcomes().ops().get(key);
    }

    @Nullable
    RefusalRow refusal(Key.Command key) {
        RefusalRow here = refusals.get(key);
        return here != null ? here : known.outcomes().refusals().get(key);
    }

    /** A message by its place, as the batch has left it. */
    Optional<MessageRow> message(Key.Message key) {
        MessageRow here = inserted.get(key);
        if (here == null) {
            here = recalled.get(key);
        }
        return Optional.ofNullable(here != null ? here : known.targets().get(key));
    }

    void insert(MessageRow row) {
        inserted.put(place(row), row);
        sent.put(
                new Key.Command(
                        row.conversationId(), row.said().senderId(), row.said().clientId()),
                row);
    }

    void replace(MessageRow row) {
        (inserted.containsKey(place(row)) ? inserted : recalled).put(place(row), row);
    }

    void put(OpRow op) {
        ops.put(new Key.Command(op.conversationId(), op.actor(), op.clientId()), op);
    }

    void put(RefusalRow refusal) {
        refusals.put(new Key.Command(refusal.conversationId(), refusal.actor(), refusal.clientId()), refusal);
    }

    /** Final refusals of a user in the last hour, this batch's with them. */
    long refusalsOf(Id user) {
        long here = refusals.values().stream()
                .filter(refusal -> refusal.actor().equals(user))
                .count();
        return here + known.refusals().getOrDefault(user, 0);
    }

    void bury(Entry entry, Problem reason) {
        dead.add(new Decided.Dead(entry, reason));
    }

    void tell(Announcement announcement) {
        told.add(work -> announcement);
    }

    /** Tells of a message as it is at the end of the batch. */
    void tell(MessageRow row, Function<MessageRow, Announcement> as) {
        told.add(work -> as.apply(work.message(place(row)).orElse(row)));
    }

    Decided finish() {
        var moved = members.entrySet().stream()
                .flatMap(e ->
                        conversation(e.getKey().conversationId()).stream().flatMap(c -> e.getValue().moved(c).stream()))
                .toList();
        return new Decided(
                conversations.values().stream()
                        .flatMap(c -> c.description().stream())
                        .toList(),
                conversations.values().stream().flatMap(c -> c.step().stream()).toList(),
                endings,
                inOrder().stream().flatMap(m -> m.membership().stream()).toList(),
                archived,
                inOrder().stream().flatMap(m -> m.step().stream()).toList(),
                List.copyOf(inserted.values()),
                List.copyOf(recalled.values()),
                List.copyOf(ops.values()),
                List.copyOf(refusals.values()),
                told.stream().map(tell -> tell.apply(this)).toList(),
                moved,
                dead);
    }

    /** Rows are changed in key order by everyone, so that two changes wait for and never on one another. */
    private List<Member> inOrder() {
        return members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Key.Member.ORDER))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Key.Message place(MessageRow row) {
        return new Key.Message(row.conversationId(), row.seq());
    }
}
