package im.sparrow.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.contracts.Topics;
import im.sparrow.gateway.room.NewEpoch;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Records;
import im.sparrow.testing.Says;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A gateway that is told to stop; it has an application of its own, since it takes nobody afterwards. */
@QuarkusTest
@TestProfile(DrainTest.OfItsOwn.class)
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrainTest {

    /** Nothing but another application. */
    public static final class OfItsOwn implements QuarkusTestProfile {}

    @Inject
    Event<ShutdownDelayInitiatedEvent> stopping;

    @Inject
    Event<NewEpoch> restored;

    private static String ready() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return "http://127.0.0.1:" + port + "/q/health/ready";
    }

    @Test
    @Order(1)
    void after_the_log_was_restored_everybody_starts_over() {
        try (var alice = Socket.greeted(TestTokens.user(601).sign())) {
            restored.fire(new NewEpoch());
            assertThat(alice.hears("bye").get("reconnectAfterMs").asLong()).isBetween(0L, 10_000L);
            assertThat(alice.closeCode()).isEqualTo(1012);
        }
        Socket.greeted(TestTokens.user(601).sign()).close();
    }

    @Test
    @Order(2)
    void who_is_here_is_sent_elsewhere_and_what_he_said_is_delivered() {
        var sockets = Stream.iterate(610L, user -> user + 1)
                .limit(20)
                .map(user -> Socket.greeted(TestTokens.user(user).sign()))
                .toList();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            sockets.forEach(socket -> socket.say("{'t':'send','conversationId':'1601','clientMsgId':'"
                    + UUID.randomUUID() + "','type':'text','body':{'text':'last'}}"));
            records.await("1601", 20);

            stopping.fire(new ShutdownDelayInitiatedEvent());
            for (Socket socket : sockets) {
                var bye = socket.hears("bye");
                assertThat(bye.get("code").asInt()).isEqualTo(1012);
                assertThat(bye.get("reconnectAfterMs").asLong()).isBetween(0L, 500L);
                assertThat(socket.closeCode()).isEqualTo(1012);
            }
        }
        assertThat(Socket.refused()).isEqualTo(503);
        given().get(ready()).then().statusCode(503);
    }

    @Test
    @Order(3)
    void a_call_that_waits_for_its_outcome_is_answered_and_its_connection_ended() throws Exception {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND);
                var says = new Says();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = executor.submit(() -> given().header(
                            "Authorization", "Bearer " + TestTokens.user(650).sign())
                    .header("Idempotency-Key", id)
                    .contentType("application/json")
                    .body("{\"type\":\"text\",\"body\":{\"text\":\"last\"}}")
                    .post("/api/v1/conversations/1650/messages"));
            records.await("1650", 1);
            var drained = executor.submit(() -> stopping.fire(new ShutdownDelayInitiatedEvent()));
            assertThat(drained.isDone()).isFalse();

            says.say(
                    Topics.MESSAGE_EVENT,
                    "1650",
                    "{\"t\":\"message\",\"seq\":1}",
                    Map.of("k", "message", "s", "1", "u", "650", "x", id.toString()));

            answer.get().then().statusCode(201).body("seq", equalTo(1)).header("Connection", "close");
            drained.get();
        }
    }
}
