package im.sparrow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Topics;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Says;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class HelloTest {

    private final FakeServices services = FakeServices.INSTANCE;

    @Test
    void hello_registers_rooms_before_it_asks_what_changed() {
        services.room(101, 1101, 1, 5, 2);
        services.changed(101, "\"conversations\":[{\"conversationId\":\"1101\"}],\"more\":\"abc\"");
        try (var alice = Socket.greeted(TestTokens.user(101).sign())) {
            var welcome = alice.hears("welcome");

            assertThat(services.askedAbout(101)).containsExactly("rooms", "changed");
            assertThat(welcome.get("sessionId").asText()).isEqualTo("101");
            assertThat(welcome.get("epoch").asText()).isEqualTo("1");
            assertThat(welcome.get("more").asText()).isEqualTo("abc");
            assertThat(welcome.get("conversations").get(0).get("conversationId").asText())
                    .isEqualTo("1101");
            assertThat(welcome.get("limits").get("sendsPerSecond").asInt()).isEqualTo(20);
        }
    }

    @Test
    void a_record_of_a_room_passes_byte_for_byte() {
        services.room(102, 1102, 1, 5, 0);
        try (var alice = Socket.greeted(TestTokens.user(102).sign());
                var says = new Says()) {
            says.say(Topics.MESSAGE_EVENT, "1102", "{\"t\":\"message\",\"seq\":6}", Map.of("k", "message", "s", "6"));
            assertThat(alice.hears("message").toString()).isEqualTo("{\"t\":\"message\",\"seq\":6}");
        }
    }
}
