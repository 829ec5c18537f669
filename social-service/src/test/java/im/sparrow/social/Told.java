package im.sparrow.social;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.event.UserEvent;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.testing.Records;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What this service told others, read from the real topics. */
public final class Told implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final Records commands = Records.fromNow(Topics.MESSAGE_COMMAND);
    private final Records events = Records.fromNow(Topics.USER_EVENT);

    /** The first commands to a conversation's log. */
    public List<Command> log(String conversation, int count) {
        return commands.await(conversation, count).stream().map(Told::command).toList();
    }

    /** The records of the first commands. */
    public List<ConsumerRecord<String, String>> records(String conversation, int count) {
        return commands.await(conversation, count);
    }

    /** All commands to a log, after listening a little longer. */
    public List<Command> allTo(String conversation) {
        return commands.during(Duration.ofMillis(400), conversation).stream()
                .map(Told::command)
                .toList();
    }

    /** The first hints to somebody's devices, as {@code area:version}. */
    public List<String> hints(Person to, int count) {
        return events.await(to.id().toString(), count).stream()
                .map(record -> read(record.value(), UserEvent.class))
                .map(UserEvent.Hint.class::cast)
                .map(hint -> hint.area() + ":" + hint.version())
                .toList();
    }

    /** The versions in some commands, of the conversation and of members, in order. */
    public static LongStream versions(List<Command> commands) {
        return commands.stream().flatMapToLong(command -> switch (command) {
            case ApplyConversation described -> LongStream.of(described.version());
            case ApplyMembers members ->
                members.members().stream()
                        .mapToLong(Command.MemberChange::version)
                        .distinct();
            default -> throw new IllegalArgumentException("not ours: " + command);
        });
    }

    private static Command command(ConsumerRecord<String, String> record) {
        return read(record.value(), Command.class);
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(text, unreadable);
        }
    }

    @Override
    public void close() {
        commands.close();
        events.close();
    }
}
