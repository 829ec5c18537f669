package im.sparrow.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandJsonTest {

    private static final UUID CLIENT = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static Stream<Command> commands() {
        return Stream.of(
                new Command.Send(new Id(7), CLIENT, new Text("你好 👋"), null, null, null, 3L),
                new Command.Send(
                        new Id(7), CLIENT, new Text("x"), 2L, new Mentions(List.of(new Id(9)), false), CLIENT, null),
                new Command.Recall(new Id(7), CLIENT, 4),
                new Command.ApplyConversation(
                        new Id(7),
                        CLIENT,
                        ConversationKind.GROUP,
                        "t",
                        null,
                        ConversationState.OPEN,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        2,
                        new Id(1),
                        Cause.GROUP_CREATED),
                new Command.ApplyMembers(
                        new Id(7),
                        CLIENT,
                        new Id(1),
                        Cause.MEMBERS_ADDED,
                        List.of(new Command.MemberChange(
                                new Id(2), MemberRole.MEMBER, null, true, null, false, false, 1))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_read_as_it_was_written(Command command) throws Exception {
        var text = json.writerFor(Command.class).writeValueAsString(command);

        assertThat(json.readValue(text, Command.class)).isEqualTo(command);
    }

    @Test
    void a_send_looks_like_this_on_the_wire() throws Exception {
        var text = json.writerFor(Command.class)
                .writeValueAsString(new Command.Send(new Id(7), CLIENT, new Text("hi"), null, null, null, null));

        assertThat(json.readTree(text))
                .isEqualTo(json.readTree("{\"type\":\"send\",\"conversationId\":\"7\",\"clientMsgId\":\"" + CLIENT
                        + "\",\"messageType\":\"text\",\"body\":{\"text\":\"hi\"}}"));
    }

    @Test
    void a_field_from_the_future_is_ignored() throws Exception {
        var text = "{\"type\":\"recall\",\"conversationId\":\"7\",\"clientOpId\":\"" + CLIENT
                + "\",\"seq\":4,\"why\":\"later\"}";

        assertThat(json.readValue(text, Command.class)).isEqualTo(new Command.Recall(new Id(7), CLIENT, 4));
    }
}
