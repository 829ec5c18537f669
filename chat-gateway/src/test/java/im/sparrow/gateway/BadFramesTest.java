package im.sparrow.gateway;

import static im.sparrow.gateway.RawSocket.BINARY;
import static im.sparrow.gateway.RawSocket.CONTINUATION;
import static im.sparrow.gateway.RawSocket.FINAL;
import static im.sparrow.gateway.RawSocket.PING;
import static im.sparrow.gateway.RawSocket.PONG;
import static im.sparrow.gateway.RawSocket.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Topics;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Records;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no well-behaved client puts on the wire: each closes its own socket with 4400, and nothing reaches the log. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class BadFramesTest {

    private static final String CONVERSATION = "1901";

    private static byte[] send(byte[] text) {
        var head = ("{\"t\":\"send\",\"conversationId\":\"" + CONVERSATION + "\",\"clientMsgId\":\"" + UUID.randomUUID()
                        + "\",\"type\":\"text\",\"body\":{\"text\":\"")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + text.length + 3];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(text, 0, whole, head.length, text.length);
        System.arraycopy("\"}}".getBytes(StandardCharsets.UTF_8), 0, whole, head.length + text.length, 3);
        return whole;
    }

    private static void assertMalformed(RawSocket raw) throws IOException {
        var rest = raw.rest();
        assertThat(rest).isNotEmpty();
        assertThat(rest.getLast().code()).isEqualTo(4400);
    }

    @Test
    void text_that_is_no_utf_8_closes_and_is_not_sent_mended() throws IOException {
        byte[][] wrong = {
            {(byte) 0xff}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {'a', (byte) 0xe4}
        };
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            for (byte[] text : wrong) {
                try (var raw = RawSocket.greeted(1901)) {
                    raw.say(FINAL | TEXT, send(text));
                    assertMalformed(raw);
                }
            }
            assertThat(records.during(Duration.ofSeconds(1), CONVERSATION)).isEmpty();
        }
    }

    @Test
    void a_message_in_pieces_is_taken_with_a_ping_between_them() throws IOException {
        byte[] whole = send("in pieces: 麻雀".getBytes(StandardCharsets.UTF_8));
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND);
                var raw = RawSocket.greeted(1902)) {
            // Cut in the middle of a character.
            int cut = whole.length - 5;
            raw.say(TEXT, java.util.Arrays.copyOfRange(whole, 0, 10));
            raw.say(FINAL | PING, "here?");
            raw.say(CONTINUATION, java.util.Arrays.copyOfRange(whole, 10, cut));
            raw.say(FINAL | CONTINUATION, java.util.Arrays.copyOfRange(whole, cut, whole.length));
            assertThat(raw.hear()).satisfies(pong -> {
                assertThat(pong.opcode()).isEqualTo(PONG);
                assertThat(pong.text()).isEqualTo("here?");
            });
            assertThat(records.await(CONVERSATION, 1).getFirst().value()).contains("in pieces: 麻雀");
        }
    }

    @Test
    void a_frame_beyond_the_bound_closes_before_it_is_read() throws IOException {
        try (var raw = RawSocket.greeted(1903)) {
            raw.sayHead(FINAL | TEXT, 1_000_000);
            assertMalformed(raw);
        }
    }

    @Test
    void a_large_text_hears_its_code_although_nobody_reads_it() throws IOException {
        try (var raw = RawSocket.greeted(1909)) {
            raw.say(FINAL | TEXT, send("x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)));
            assertMalformed(raw);
        }
    }

    @Test
    void a_message_of_pieces_beyond_the_bound_closes() throws IOException {
        try (var raw = RawSocket.greeted(1904)) {
            raw.say(TEXT, "x".repeat(60_000));
            raw.say(CONTINUATION, "x".repeat(10_000));
            assertMalformed(raw);
        }
    }

    @Test
    void frames_that_the_protocol_does_not_know_close() throws IOException {
        int[] wrong = {FINAL | 0x3, FINAL | 0xb, 0x40 | FINAL | TEXT, FINAL | CONTINUATION, PING};
        for (int first : wrong) {
            try (var raw = RawSocket.greeted(1905)) {
                raw.say(first, "{}");
                assertMalformed(raw);
            }
        }
    }

    @Test
    void a_frame_without_a_mask_closes() throws IOException {
        try (var raw = RawSocket.greeted(1906)) {
            raw.sayUnmasked(FINAL | TEXT, "{}".getBytes(StandardCharsets.UTF_8));
            assertMalformed(raw);
        }
    }

    @Test
    void a_binary_frame_and_what_is_no_object_close() throws IOException {
        try (var raw = RawSocket.greeted(1907)) {
            raw.say(FINAL | BINARY, "{}");
            assertMalformed(raw);
        }
        for (String text : new String[] {"", "{", "[]", "null", "\"x\"", "{\"t\":1}", "{}{}", "[".repeat(5_000)}) {
            try (var raw = RawSocket.greeted(1908)) {
                raw.say(FINAL | TEXT, text);
                assertMalformed(raw);
            }
        }
    }
}
