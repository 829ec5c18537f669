package im.sparrow.message;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.frame.Json;
import im.sparrow.testing.Records;
import im.sparrow.testing.Says;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** One conversation, spoken to through the topics as gateways and social-service do; listens from its making on. */
public final class Talk implements AutoCloseable {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

    private final Says says = new Says();
    private final Records events = Records.fromNow(Topics.MESSAGE_EVENT);
    private final AtomicLong versions = new AtomicLong(1);

    /** The conversation's id. */
    public final Id id = newId();

    private Talk() {}

    /** An id that no other test uses. */
    public static Id newId() {
        return Id.of(NEXT.incrementAndGet());
    }

    /** A group of these, everyone an ordinary member but the first, who owns it; heard of and stored. */
    public static Talk group(Id... users) {
        return of(ConversationKind.GROUP, users);
    }

    /** A one-to-one; heard of and stored. */
    public static Talk direct(Id one, Id other) {
        return of(ConversationKind.DIRECT, one, other);
    }

    private static Talk of(ConversationKind kind, Id... users) {
        var talk = new Talk();
        boolean group = kind == ConversationKind.GROUP;
        talk.says(talk.conversation(kind, "a title", ConversationState.OPEN, 1));
        talk.says(new Command.ApplyMembers(
                talk.id,
                UUID.randomUUID(),
                users[0],
                group ? Cause.GROUP_CREATED : Cause.FRIENDS_NOW,
                LongStream.range(0, users.length)
                        .mapToObj(i -> talk.change(
                                users[(int) i], group && i == 0 ? MemberRole.OWNER : MemberRole.MEMBER, false))
                        .toList()));
        talk.await(3);
        return talk;
    }

    /** What social-service says of the conversation. */
    public Command.ApplyConversation conversation(
            ConversationKind kind, String title, ConversationState state, long version) {
        return new Command.ApplyConversation(
                id, UUID.randomUUID(), kind, title, null, state, null, version, null, Cause.SILENT);
    }

    /** A membership of the next version. */
    public MemberChange change(Id user, MemberRole role, boolean gone) {
        return new MemberChange(user, role, null, true, null, false, gone, versions.getAndIncrement());
    }

    /** Lets these join, told by a line. */
    public RecordMetadata joins(Id... users) {
        return members(Cause.MEMBERS_ADDED, false, users);
    }

    /** Lets these go, told by a line. */
    public RecordMetadata leaves(Id... users) {
        return members(Cause.MEMBERS_LEFT, true, users);
    }

    private RecordMetadata members(Cause cause, boolean gone, Id... users) {
        return says(new Command.ApplyMembers(
                id,
                UUID.randomUUID(),
                users[0],
                cause,
                List.of(users).stream()
                        .map(user -> change(user, MemberRole.MEMBER, gone))
                        .toList()));
    }

    /** A service's command. */
    public RecordMetadata says(Command command) {
        return says.say(Topics.MESSAGE_COMMAND, id.toString(), text(command));
    }

    /** A person's command. */
    public RecordMetadata says(Id user, Command command) {
        return says(user, command, Map.of());
    }

    /** A person's command with some headers of its own. */
    public RecordMetadata says(Id user, Command command, Map<String, String> headers) {
        return says.say(
                Topics.MESSAGE_COMMAND, id.toString(), text(command), headers(user, command.clientId(), headers));
    }

    /** Whatever a person's record may hold. */
    public RecordMetadata saysRaw(Id user, UUID clientId, String value) {
        return says.say(Topics.MESSAGE_COMMAND, id.toString(), value, headers(user, clientId, Map.of()));
    }

    /** A text; answers its clientMsgId. */
    public UUID sends(Id user, String text) {
        var send = send(text);
        says(user, send);
        return send.clientMsgId();
    }

    /** A text as a command. */
    public Command.Send send(String text) {
        return send(UUID.randomUUID(), text);
    }

    /** A text under an id. */
    public Command.Send send(UUID clientMsgId, String text) {
        return new Command.Send(id, clientMsgId, new Text(text), null, null, null, null);
    }

    /** Waits for so many events since the beginning of the talk; answers all. */
    public List<ConsumerRecord<String, String>> await(int events) {
        return this.events.await(id.toString(), events);
    }

    /** Waits for so many events and answers the newest as JSON. */
    public JsonNode awaitLast(int events) {
        return json(await(events).getLast());
    }

    /** An event's frame. */
    public static JsonNode json(ConsumerRecord<String, String> event) {
        try {
            return Json.MAPPER.readTree(event.value());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event's header, empty when it is not there. */
    public static String header(ConsumerRecord<String, String> event, String name) {
        return Records.header(event, name).orElse("");
    }

    private static Map<String, String> headers(Id user, UUID clientId, Map<String, String> more) {
        var headers = new HashMap<String, String>();
        headers.put(Headers.USER, user.toString());
        headers.put(Headers.SESSION, user.toString());
        headers.put(Headers.USER_VERSION, "1");
        headers.put(Headers.ROLES_VERSION, "1");
        headers.put(Headers.ROLES, "2");
        headers.put(Headers.RIGHTS, "login,speak");
        headers.put(Headers.CLIENT_ID, clientId.toString());
        headers.putAll(more);
        return headers;
    }

    private static String text(Command command) {
        try {
            return Json.MAPPER.writerFor(Command.class).writeValueAsString(command);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A moment, for an until. */
    public static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    @Override
    public void close() {
        says.close();
        events.close();
    }
}
