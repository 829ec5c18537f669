package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import im.sparrow.message.command.No;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One conversation on a stage of its own: people speak in batches, and the clock stands still unless it is moved. */
public final class Scene {

    /** The first one. */
    public static final Id ALICE = Id.of(1);

    /** The second one. */
    public static final Id BOB = Id.of(2);
    /** The third one. */
    public static final Id CAROL = Id.of(3);

    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    /** The conversation. */
    public final Id where;

    /** All that is stored. */
    public final Tables tables = new Tables();

    final Set<Id> stale = new HashSet<>();
    /** The time. */
    public Instant now = START;

    private final ConversationKind kind;
    private long offset;
    private long version;

    private Scene(Id where, ConversationKind kind) {
        this.where = where;
        this.kind = kind;
    }

    /** A group of these; the first one owns it. The line that says so is seq 1. */
    static Scene group(Id... users) {
        var scene = empty(Id.of(77));
        scene.write(scene.making(users));
        return scene;
    }

    /** A group that is not made yet. */
    public static Scene empty(Id where) {
        return new Scene(where, ConversationKind.GROUP);
    }

    /** A one-to-one. The line that says so is seq 1. */
    static Scene direct(Id one, Id other) {
        var scene = new Scene(Id.of(77), ConversationKind.DIRECT);
        scene.write(scene.making(one, other));
        return scene;
    }

    /** The batch that makes it. */
    public List<Entry> making(Id... users) {
        boolean group = kind == ConversationKind.GROUP;
        var changes = new ArrayList<MemberChange>();
        for (Id user : users) {
            changes.add(change(user, group && changes.isEmpty() ? MemberRole.OWNER : MemberRole.MEMBER));
        }
        Cause cause = group ? Cause.GROUP_CREATED : Cause.FRIENDS_NOW;
        return List.of(
                service(describe(ConversationState.OPEN, null, Cause.SILENT)),
                service(new Command.ApplyMembers(where, UUID.randomUUID(), users[0], cause, changes)));
    }

    /** Says what the conversation is now. */
    public Command.ApplyConversation describe(ConversationState state, @Nullable Instant mutedUntil, Cause cause) {
        return new Command.ApplyConversation(
                where, UUID.randomUUID(), kind, "title", null, state, mutedUntil, ++version, ALICE, cause);
    }

    MemberChange change(Id user, MemberRole role) {
        return new MemberChange(user, role, null, true, null, false, false, ++version);
    }

    MemberChange gone(Id user) {
        return new MemberChange(user, MemberRole.MEMBER, null, true, null, false, true, ++version);
    }

    Command.ApplyMembers members(Cause cause, MemberChange... changes) {
        return new Command.ApplyMembers(where, UUID.randomUUID(), ALICE, cause, List.of(changes));
    }

    /** Someone joins, told by a line. */
    public Command.ApplyMembers joins(Id user) {
        return members(Cause.MEMBERS_ADDED, change(user, MemberRole.MEMBER));
    }

    Command.ApplyMembers leaves(Id user) {
        return members(Cause.MEMBERS_LEFT, gone(user));
    }

    /** A text under an id of its own. */
    public Command.Send text(String text) {
        return text(UUID.randomUUID(), text);
    }

    Command.Send text(UUID id, String text) {
        return new Command.Send(where, id, new Text(text), null, null, null, null);
    }

    Command.Send after(UUID after, String text) {
        return new Command.Send(where, UUID.randomUUID(), new Text(text), null, null, after, null);
    }

    Command.Send shown(long readSeq, String text) {
        return new Command.Send(where, UUID.randomUUID(), new Text(text), null, null, null, readSeq);
    }

    /** Takes a message back. */
    public Command.Recall recall(long seq) {
        return new Command.Recall(where, UUID.randomUUID(), seq);
    }

    /** A person's record at the next offset. */
    public Entry person(Id user, Command command) {
        return person(author(user), command);
    }

    Entry person(Author author, Command command) {
        return new Entry(offset++, where, now, new Entry.ByPerson(author, command));
    }

    Entry poison(Id user, UUID clientId, Problem problem) {
        return new Entry(offset++, where, now, new Entry.Poison(author(user), clientId, No.of(problem)));
    }

    /** A service's record at the next offset. */
    public Entry service(Command command) {
        return new Entry(offset++, where, now, new Entry.ByService(command));
    }

    /** With the rights of an ordinary user. */
    public static Author author(Id user) {
        return new Author(user, user, 1, 1, Set.of(Id.of(2)), Set.of("login", "speak"), null);
    }

    Decided write(Entry... batch) {
        return write(List.of(batch));
    }

    /** Decides and stores a batch. */
    public Decided write(List<Entry> batch) {
        return tables.write(batch, author -> stale.contains(author.userId()), now);
    }

    /** One person's command in a batch of its own. */
    Decided says(Id user, Command command) {
        return write(person(user, command));
    }

    /** One service's command in a batch of its own. */
    Decided applies(Command command) {
        return write(service(command));
    }

    /** Lets time pass, or go back. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    MemberRow member(Id user) {
        return Objects.requireNonNull(tables.members.get(new Key.Member(where, user)));
    }

    MessageRow message(long seq) {
        return Objects.requireNonNull(tables.log(where).get(seq));
    }

    ConversationRow conversation() {
        return Objects.requireNonNull(tables.conversations.get(where));
    }

    long lastSeq() {
        return conversation().lastSeq();
    }

    long unread(Id user) {
        MemberRow row = member(user);
        MemberRow.End end = row.interval().end();
        long countable = end == null ? conversation().lastCountableNo() : end.countableNo();
        return row.marks().unread(countable, row.ownNo());
    }

    /** What was refused, by code. */
    static List<Problem> refused(Decided decided) {
        return told(decided, Announcement.Nacked.class)
                .map(nacked -> nacked.no().problem())
                .toList();
    }

    /** The seqs that were told to the room. */
    static List<Long> told(Decided decided) {
        return told(decided, Announcement.Said.class)
                .filter(said -> said.to() == null)
                .map(said -> said.row().seq())
                .toList();
    }

    /** The seqs that were told to one user alone. */
    static List<Long> answered(Decided decided) {
        return told(decided, Announcement.Said.class)
                .filter(said -> said.to() != null)
                .map(said -> said.row().seq())
                .toList();
    }

    static <T extends Announcement> Stream<T> told(Decided decided, Class<T> kind) {
        return decided.announcements().stream().filter(kind::isInstance).map(kind::cast);
    }
}
