package im.sparrow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.contracts.Topics;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Records;
import im.sparrow.testing.Says;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a change of rights does to sockets that are open. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class RevocationTest {

    /** A bound on a hang. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    private final Says says = new Says();

    @AfterEach
    void end() {
        says.close();
    }

    private void changed(long user, int ver, boolean banned) {
        says.say(
                Topics.REVOCATION,
                "" + user,
                "{\"type\":\"user\",\"userId\":\"" + user + "\",\"ver\":" + ver + ",\"banned\":" + banned + "}");
    }

    private static String send(UUID id) {
        return "{'t':'send','conversationId':'1302','clientMsgId':'" + id + "','type':'text','body':{'text':'hi'}}";
    }

    @Test
    void a_ban_closes_all_of_his_sockets_with_4403_within_two_seconds() {
        try (var phone = Socket.greeted(TestTokens.user(301).sign());
                var tablet = Socket.greeted(TestTokens.user(301).session(3011).sign());
                var other = Socket.greeted(TestTokens.user(302).sign())) {
            changed(301, 2, true);
            assertThat(phone.closeCode(HANGS)).isEqualTo(4403);
            assertThat(tablet.closeCode(HANGS)).isEqualTo(4403);
            assertThat(other.isClosed()).isFalse();
        }
    }

    @Test
    void a_revoked_session_closes_its_own_sockets_only() {
        try (var phone = Socket.greeted(TestTokens.user(303).session(3031).sign());
                var tablet = Socket.greeted(TestTokens.user(303).session(3032).sign())) {
            says.say(Topics.REVOCATION, "3031", "{\"type\":\"session\",\"sid\":\"3031\",\"userId\":\"303\"}");
            assertThat(phone.closeCode(HANGS)).isEqualTo(4403);
            assertThat(tablet.isClosed()).isFalse();
        }
    }

    @Test
    void a_change_of_rights_asks_for_a_fresh_token_and_takes_nothing_until_it_comes() {
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND);
                var alice = Socket.greeted(TestTokens.user(304).sign())) {
            changed(304, 2, false);
            assertThat(alice.hears("auth_needed").get("withinMs").asLong()).isEqualTo(2_000);
            alice.say(send(before));
            var nack = alice.hears("nack");
            assertThat(nack.get("code").asText()).isEqualTo("token_stale");
            assertThat(nack.get("retryable").asBoolean()).isTrue();

            alice.say("{'t':'auth','token':'"
                    + TestTokens.user(304).versions(2, 1).sign() + "'}");
            alice.say(send(after));
            var said = records.await("1302", 1);
            assertThat(said).hasSize(1).allMatch(record -> record.value().contains(after.toString()));
            assertThat(Records.header(said.getFirst(), "ver")).contains("2");
        }
    }

    @Test
    void who_brings_no_fresh_token_is_closed_with_4401() {
        try (var alice = Socket.greeted(TestTokens.user(305).sign())) {
            changed(305, 2, false);
            alice.hears("auth_needed");
            assertThat(alice.closeCode()).isEqualTo(4401);
            assertThat(alice.hears("error").get("code").asText()).isEqualTo("token_expired");
        }
    }

    @Test
    void an_edited_role_asks_those_who_have_it() {
        try (var alice = Socket.greeted(TestTokens.user(306).roles("2", "77").sign());
                var bob = Socket.greeted(TestTokens.user(307).roles("2").sign())) {
            says.say(Topics.REVOCATION, "77", "{\"type\":\"role\",\"roleId\":\"77\",\"rv\":9}");
            alice.hears("auth_needed");
            assertThat(bob.all("auth_needed")).isEmpty();
        }
    }

    @Test
    void a_token_of_another_is_no_fresh_token() {
        try (var alice = Socket.greeted(TestTokens.user(308).sign())) {
            alice.say("{'t':'auth','token':'" + TestTokens.user(309).sign() + "','ref':'a'}");
            assertThat(alice.hears("error").get("code").asText()).isEqualTo("token_invalid");
            alice.say("{'t':'auth','token':'" + TestTokens.forged(308).sign() + "','ref':'b'}");
            await().until(() -> alice.all("error").size() == 2);
            assertThat(alice.isClosed()).isFalse();
        }
    }

    @Test
    void a_token_that_ends_soon_is_asked_for_in_time() {
        var soon = TestTokens.user(310).expires(Instant.now().plusSeconds(30)).sign();
        try (var alice = Socket.greeted(soon)) {
            assertThat(alice.hears("auth_needed").get("withinMs").asLong()).isBetween(20_000L, 30_000L);
            alice.say("{'t':'auth','token':'" + TestTokens.user(310).sign() + "'}");
            alice.say("{'t':'pull','conversationId':'7','afterSeq':0}");
            alice.hears("page");
            assertThat(alice.all("auth_needed")).hasSize(1);
        }
    }

    @Test
    void a_stale_token_says_no_hello() {
        changed(311, 5, false);
        await().untilAsserted(() -> {
            try (var alice = Socket.open()) {
                alice.say("{'t':'hello','deviceId':'d','token':'"
                        + TestTokens.user(311).sign() + "'}");
                assertThat(alice.hears("error").get("code").asText()).isEqualTo("token_stale");
                assertThat(alice.closeCode()).isEqualTo(4401);
            }
        });
    }
}
