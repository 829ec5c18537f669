package im.sparrow.message.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.command.CommandReader.Dead;
import im.sparrow.message.command.CommandReader.Newer;
import im.sparrow.message.command.CommandReader.Readable;
import im.sparrow.message.command.CommandReader.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final Map<String, String> ALICE = Map.of(
            Headers.USER, "1",
            Headers.SESSION, "11",
            Headers.USER_VERSION, "3",
            Headers.ROLES_VERSION, "4",
            Headers.ROLES, "2,5",
            Headers.RIGHTS, "login,speak",
            Headers.UNTIL, "1800000000",
            Headers.CLIENT_ID, ID.toString());

    @Test
    void a_persons_command_carries_what_the_token_said() {
        var entry = readable(read("7", ALICE, send("\"body\":{\"text\":\"hi\"}")));

        assertThat(entry.offset()).isEqualTo(42);
        assertThat(entry.conversationId()).isEqualTo(Id.of(7));
        assertThat(entry.appendedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
        assertThat(entry.asked())
                .isEqualTo(new Entry.ByPerson(
                        new Author(
                                Id.of(1),
                                Id.of(11),
                                3,
                                4,
                                Set.of(Id.of(2), Id.of(5)),
                                Set.of("login", "speak"),
                                Instant.ofEpochSecond(1_800_000_000)),
                        new Command.Send(Id.of(7), ID, new Text("hi"), null, null, null, null)));
    }

    @Test
    void a_command_without_a_user_is_a_services() {
        var recall = "{\"type\":\"recall\",\"conversationId\":\"7\",\"clientOpId\":\"" + ID + "\",\"seq\":4}";

        assertThat(readable(read("7", Map.of(), recall)).asked()).isInstanceOf(Entry.ByService.class);
    }

    @Test
    void a_kind_of_a_newer_version_is_passed_over() {
        assertThat(read("7", ALICE, "{\"type\":\"juggle\",\"conversationId\":\"7\"}"))
                .isInstanceOf(Newer.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | malformed",
                "[] | malformed",
                "null | malformed",
                "{\"type\":\"send\",\"conversationId\":\"8\",\"clientMsgId\":\""
                        + "0198c0de-0000-7000-8000-000000000001"
                        + "\",\"messageType\":\"text\",\"body\":{\"text\":\"x\"}} | malformed",
                "{\"type\":\"send\",\"conversationId\":\"7\",\"messageType\":\"text\",\"body\":{\"text\":\"x\"}} | malformed",
                "{\"type\":\"recall\",\"conversationId\":\"7\",\"clientOpId\":\"0198c0de-0000-7000-8000-000000000001\",\"seq\":0} | invalid_body",
                "{\"type\":\"recall\",\"conversationId\":\"7\",\"clientOpId\":\"0198c0de-0000-7000-8000-000000000001\"} | malformed",
            })
    void what_lacks_something_is_refused_to_its_maker(String value, String code) {
        assertThat(poison(read("7", ALICE, value))).isEqualTo(Problem.ofCode(code));
    }

    @ParameterizedTest
    @CsvSource({"'', malformed", "'\"body\":null', invalid_body", "'\"body\":{}', invalid_body"})
    void a_body_that_is_not_there_is_refused(String body, String code) {
        assertThat(poison(read("7", ALICE, send(body)))).isEqualTo(Problem.ofCode(code));
    }

    @Test
    void an_unknown_type_of_message_is_told_apart() {
        var hologram = send("\"body\":{}").replace("\"text\"", "\"hologram\"");

        assertThat(poison(read("7", ALICE, hologram))).isEqualTo(Problem.UNKNOWN_TYPE);
    }

    @Test
    void what_is_far_larger_than_a_frame_is_not_read_at_all() {
        var large = send("\"body\":{\"text\":\"" + "x".repeat(130 * 1024) + "\"}");

        assertThat(poison(read("7", ALICE, large))).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void a_missing_value_is_refused_to_its_maker() {
        assertThat(poison(read("7", ALICE, null))).isEqualTo(Problem.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {Headers.USER, Headers.SESSION, Headers.USER_VERSION, Headers.ROLES_VERSION, Headers.ROLES})
    void headers_that_make_no_sense_are_a_dead_letter(String header) {
        var headers = new HashMap<>(ALICE);
        headers.put(header, "x");

        assertThat(read("7", headers, send("\"body\":{\"text\":\"hi\"}"))).isEqualTo(new Dead(Problem.MALFORMED));
    }

    @Test
    void what_has_neither_sense_nor_maker_is_a_dead_letter() {
        var nobody = new HashMap<>(ALICE);
        nobody.remove(Headers.CLIENT_ID);

        assertThat(read("7", Map.of(), "{")).isEqualTo(new Dead(Problem.MALFORMED));
        assertThat(read("7", nobody, "{")).isEqualTo(new Dead(Problem.MALFORMED));
        assertThat(read("seven", ALICE, send("\"body\":{\"text\":\"hi\"}"))).isEqualTo(new Dead(Problem.MALFORMED));
        assertThat(read(null, ALICE, send("\"body\":{\"text\":\"hi\"}"))).isEqualTo(new Dead(Problem.MALFORMED));
    }

    private static String send(String body) {
        return "{\"type\":\"send\",\"conversationId\":\"7\",\"clientMsgId\":\"" + ID + "\",\"messageType\":\"text\""
                + (body.isEmpty() ? "" : "," + body) + "}";
    }

    private static Entry readable(Reading reading) {
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).entry();
    }

    private static Problem poison(Reading reading) {
        var asked = readable(reading).asked();
        assertThat(asked).isInstanceOf(Entry.Poison.class);
        assertThat(asked.clientId()).isEqualTo(ID);
        return ((Entry.Poison) asked).no().problem();
    }

    private static Reading read(@Nullable String key, Map<String, String> headers, @Nullable String value) {
        var all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return CommandReader.read(new ConsumerRecord<String, byte[]>(
                "t",
                0,
                42,
                1_000,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                all,
                Optional.empty()));
    }
}
