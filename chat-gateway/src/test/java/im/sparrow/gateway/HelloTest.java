package im.sparrow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.contracts.Topics;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Says;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class HelloTest {

    private final FakeServices services = FakeServices.INSTANCE;

    private static String hello(String token, String rest) {
        return "{'t':'hello','token':'" + token + "','deviceId':'test'" + rest + "}";
    }

    @Test
    void rooms_are_registered_before_it_is_asked_what_changed() {
        services.room(101, 1101, 1, 5, 2);
        services.changed(101, "\"conversations\":[{\"conversationId\":\"1101\"}],\"more\":\"abc\"");
        try (var alice = Socket.open()) {
            alice.say(hello(TestTokens.user(101).sign(), ",'ref':'h1'"));
            var welcome = alice.hears("welcome");

            assertThat(services.askedAbout(101)).containsExactly("rooms", "changed");
            assertThat(welcome.get("sessionId").asText()).isEqualTo("101");
            assertThat(welcome.get("epoch").asText()).isEqualTo("1");
            assertThat(welcome.get("serverTime").asText()).startsWith("20");
            assertThat(welcome.get("more").asText()).isEqualTo("abc");
            assertThat(welcome.get("ref").asText()).isEqualTo("h1");
            assertThat(welcome.has("resync")).isFalse();
            assertThat(welcome.at("/conversations/0/conversationId").asText()).isEqualTo("1101");
            assertThat(welcome.at("/limits/sendsPerSecond").asInt()).isEqualTo(20);
        }
    }

    @Test
    void a_second_socket_of_a_user_asks_for_no_rooms() {
        services.room(102, 1102, 1, 5, 0);
        var token = TestTokens.user(102).sign();
        try (var phone = Socket.greeted(token);
                var tablet = Socket.greeted(token);
                var says = new Says()) {
            assertThat(services.askedAbout(102)).containsExactly("rooms", "changed", "changed");
            says.say(Topics.MESSAGE_EVENT, "1102", "{\"t\":\"message\"}", Map.of("k", "message", "s", "6"));
            phone.hears("message");
            tablet.hears("message");
        }
    }

    @Test
    void a_record_of_a_room_passes_byte_for_byte_and_may_overtake_the_welcome() {
        services.room(103, 1103, 1, 5, 0);
        try (var alice = Socket.greeted(TestTokens.user(103).sign());
                var says = new Says()) {
            var frame = "{\"t\":\"message\",\"text\":\"你好 👋\",   \"seq\":6}";
            says.say(Topics.MESSAGE_EVENT, "1103", frame, Map.of("k", "message", "s", "6"));
            assertThat(alice.hears("message").get("text").asText()).isEqualTo("你好 👋");
        }
    }

    @Test
    void what_passes_while_the_rooms_are_asked_for_is_not_lost() {
        services.room(104, 1104, 1, 5, 0);
        var named = Map.of("k", "message", "s", "1", "m", "+104");
        try (var says = new Says()) {
            services.whenRoomsAreAsked(104, () -> {
                services.room(104, 2104, 1, 1, 0);
                says.say(Topics.MESSAGE_EVENT, "2104", "{\"t\":\"message\"}", named);
            });
            try (var alice = Socket.greeted(TestTokens.user(104).sign())) {
                assertThat(alice.hears("head").get("conversationId").asText()).isEqualTo("2104");
                says.say(Topics.MESSAGE_EVENT, "2104", "{\"t\":\"message\"}", Map.of("k", "message", "s", "2"));
                alice.hears("message");
            }
        }
    }

    @Test
    void heads_may_come_in_parts_and_the_welcome_comes_after_the_last() {
        try (var alice = Socket.open()) {
            alice.say(hello(TestTokens.user(105).sign(), ",'heads':{'1':[1,0]},'more':true"));
            alice.say("{'t':'heads','heads':{'2':[2,0]},'more':true}");
            assertThat(services.askedAbout(105)).isEmpty();
            alice.say("{'t':'heads','heads':{'3':[3,1]}}");
            alice.hears("welcome");
        }
    }

    @Test
    void what_is_said_before_the_welcome_waits_for_it() {
        try (var alice = Socket.open()) {
            alice.say(hello(TestTokens.user(106).sign(), ""));
            alice.say("{'t':'pull','conversationId':'7','afterSeq':0,'ref':'early'}");
            assertThat(alice.hears("page").get("ref").asText()).isEqualTo("early");
            assertThat(alice.heard().getFirst().get("t").asText()).isEqualTo("welcome");
        }
    }

    @Test
    void the_token_may_come_in_the_header() {
        try (var bot =
                Socket.open("Authorization", "Bearer " + TestTokens.user(107).sign())) {
            bot.say("{'t':'hello','deviceId':'bot'}");
            assertThat(bot.hears("welcome").get("sessionId").asText()).isEqualTo("107");
            assertThat(bot.protocol()).isEqualTo("sparrow.v1");
        }
    }

    @Test
    void while_the_log_is_away_hello_waits_and_is_answered_when_it_is_back() {
        try (var alice = Socket.open()) {
            services.away(true);
            services.room(108, 1108, 1, 5, 0);
            alice.say(hello(TestTokens.user(108).sign(), ""));
            await().pollDelay(Duration.ofMillis(300)).until(() -> alice.heard().isEmpty());
            services.away(false);
            alice.hears("welcome");
        } finally {
            services.away(false);
        }
    }

    @Test
    void a_token_that_is_not_true_is_told_and_closed_with_4401() {
        refused(TestTokens.forged(109).sign(), "token_invalid", 4401);
        refused(TestTokens.user(109).expires(Instant.now().minusSeconds(60)).sign(), "token_expired", 4401);
        refused("nonsense", "token_invalid", 4401);
        refused(TestTokens.service("gateway").sign(), "right_missing", 4403);
        assertThat(services.askedAbout(109)).isEmpty();
    }

    private void refused(String token, String code, int close) {
        try (var stranger = Socket.open()) {
            stranger.say(hello(token, ",'ref':'x'"));
            assertThat(stranger.hears("error").get("code").asText()).isEqualTo(code);
            assertThat(stranger.hears("error").get("re").asText()).isEqualTo("x");
            assertThat(stranger.closeCode()).isEqualTo(close);
        }
    }

    @Test
    void a_hello_without_any_token_is_closed_with_4401() {
        try (var stranger = Socket.open()) {
            stranger.say("{'t':'hello','deviceId':'test'}");
            assertThat(stranger.hears("error").get("code").asText()).isEqualTo("token_missing");
            assertThat(stranger.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void who_does_not_say_hello_is_closed_with_4408() {
        try (var silent = Socket.open();
                var rude = Socket.open()) {
            rude.say("{'t':'cursor','conversationId':'7','readSeq':1}");
            assertThat(rude.closeCode()).isEqualTo(4408);
            assertThat(silent.closeCode()).isEqualTo(4408);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "{'t':7}", "{'t':'hello','t':'hello'}"})
    void what_is_no_frame_is_told_and_closed_with_4400(String text) {
        try (var stranger = Socket.open()) {
            stranger.say(text);
            assertThat(stranger.hears("error").get("code").asText()).isEqualTo("malformed");
            assertThat(stranger.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void bytes_are_no_frame_either() {
        try (var stranger = Socket.open()) {
            stranger.sayBinary(new byte[] {1, 2, 3});
            assertThat(stranger.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void a_frame_above_64_kib_ends_the_socket() {
        try (var alice = Socket.greeted(TestTokens.user(110).sign())) {
            alice.say("{'t':'pull','x':'" + "a".repeat(70_000) + "'}");
            assertThat(alice.closeCode()).isGreaterThan(1000);
        }
    }

    @Test
    void a_second_hello_is_an_error_and_no_more() {
        try (var alice = Socket.greeted(TestTokens.user(111).sign())) {
            alice.say("{'t':'hello','deviceId':'again','ref':'2'}");
            assertThat(alice.hears("error").get("re").asText()).isEqualTo("2");
            alice.say("{'t':'pull','conversationId':'7','afterSeq':0}");
            alice.hears("page");
        }
    }

    @Test
    void a_user_has_at_most_twenty_sockets_here() {
        var token = TestTokens.user(112).sign();
        var sockets = java.util.stream.Stream.generate(() -> Socket.greeted(token))
                .limit(20)
                .toList();
        try (var oneMore = Socket.open()) {
            oneMore.say(hello(token, ""));
            assertThat(oneMore.hears("error").get("code").asText()).isEqualTo("busy");
            assertThat(oneMore.closeCode()).isEqualTo(4429);
        }
        sockets.getFirst().close();
        await().untilAsserted(() -> {
            try (var again = Socket.open()) {
                again.say(hello(token, ""));
                again.hears("welcome");
            }
        });
        sockets.forEach(Socket::close);
    }

    @Test
    void a_page_of_a_stranger_cannot_open_a_socket() {
        assertThat(Socket.refused("Origin", "https://evil.example.org")).isEqualTo(403);
        Socket.open("Origin", "https://app.example.org").close();
        Socket.open("Origin", "http://127.0.0.1:" + io.restassured.RestAssured.port)
                .close();
    }
}
