package im.sparrow.message.writer;

import static im.sparrow.message.Talk.header;
import static im.sparrow.message.Talk.json;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import org.junit.jupiter.api.Test;

@MessageTest
class SendingTest {

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();

    @Test
    void a_message_is_numbered_stored_and_told_to_the_room() {
        try (var talk = Talk.direct(alice, bob)) {
            var clientMsgId = talk.sends(alice, "你好 👋");

            var event = talk.await(4).getLast();

            var frame = json(event);
            assertThat(frame.path("t").asText()).isEqualTo("message");
            assertThat(frame.path("conversationId").asText()).isEqualTo(talk.id.toString());
            assertThat(frame.path("seq").asLong()).isEqualTo(2);
            assertThat(frame.path("senderId").asText()).isEqualTo(alice.toString());
            assertThat(frame.path("clientMsgId").asText()).isEqualTo(clientMsgId.toString());
            assertThat(frame.path("type").asText()).isEqualTo("text");
            assertThat(frame.path("body").path("text").asText()).isEqualTo("你好 👋");
            assertThat(frame.has("changeSeq")).isFalse();
            assertThat(header(event, "k")).isEqualTo("message");
            assertThat(header(event, "s")).isEqualTo("2");
            assertThat(header(event, "u")).isEqualTo(alice.toString());
            assertThat(header(event, "x")).isEqualTo(clientMsgId.toString());
            assertThat(header(event, "to")).isEmpty();
            assertThat(header(event, "at")).hasSize(13);
        }
    }
}
