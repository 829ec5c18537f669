package im.sparrow.message.inbox;

import static im.sparrow.message.Rest.answer;
import static im.sparrow.message.Rest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.platform.readmodel.KnownAccounts;
import im.sparrow.testing.Says;
import im.sparrow.testing.TestTokens;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MessageTest
class InboxTest {

    @Inject
    KnownAccounts accounts;

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();

    @Test
    void a_one_to_one_shows_the_peer_the_last_message_and_what_is_unread() {
        try (var talk = Talk.direct(alice, bob);
                var says = new Says()) {
            says.say(Topics.ACCOUNT, bob.toString(), account(bob, "bob" + bob));
            await().until(() -> accounts.find(List.of(bob)).containsKey(bob));
            talk.sends(bob, "one");
            talk.sends(bob, "two");
            talk.await(5);

            var item = get(alice, "/conversations").path("items").path(0);

            assertThat(item.path("id").asText()).isEqualTo(talk.id.toString());
            assertThat(item.path("kind").asText()).isEqualTo("direct");
            assertThat(item.path("peer").path("id").asText()).isEqualTo(bob.toString());
            assertThat(item.path("peer").path("nickname").asText()).isEqualTo("Bob");
            assertThat(item.path("head").toString()).isEqualTo("[3,0]");
            assertThat(item.path("lastMessage").path("body").path("text").asText())
                    .isEqualTo("two");
            assertThat(item.path("unread").asLong()).isEqualTo(2);
            assertThat(item.path("readSeq").asLong()).isEqualTo(1);
            assertThat(item.path("peerReadSeq").asLong()).isEqualTo(1);
            assertThat(item.path("canSend").asBoolean()).isTrue();
            assertThat(item.path("visible").toString()).isEqualTo("[[1]]");
            assertThat(get(bob, "/conversations/" + talk.id).path("unread").asLong())
                    .isZero();
        }
    }

    @Test
    void who_has_left_learns_nothing_of_what_goes_on() {
        try (var talk = Talk.group(alice, bob)) {
            talk.sends(alice, "for bob");
            talk.leaves(bob);
            talk.sends(alice, "not for bob");
            talk.says(alice, new Command.Recall(talk.id, UUID.randomUUID(), 2));
            talk.await(8);

            var view = get(bob, "/conversations/" + talk.id);

            assertThat(view.path("head").toString()).isEqualTo("[3,0]");
            assertThat(view.path("unread").asLong()).isEqualTo(1);
            assertThat(view.path("lastMessage").path("seq").asLong()).isEqualTo(3);
            assertThat(view.path("lastActivity").asText())
                    .isEqualTo(view.path("lastMessage").path("createdAt").asText());
            assertThat(view.path("canSend").asBoolean()).isFalse();
            assertThat(view.path("reason").asText()).isEqualTo("not_member");
            assertThat(view.path("visible").toString()).isEqualTo("[[1,3]]");
        }
    }

    @Test
    void who_came_back_sees_both_of_his_intervals() {
        try (var talk = Talk.group(alice, bob)) {
            talk.leaves(bob);
            talk.sends(alice, "between");
            talk.joins(bob);
            talk.await(8);

            var view = get(bob, "/conversations/" + talk.id);

            assertThat(view.path("visible").toString()).isEqualTo("[[1,2],[4]]");
            assertThat(view.path("unread").asLong()).isZero();
        }
    }

    @Test
    void the_list_is_by_activity_and_pages_by_its_cursor() {
        try (var first = Talk.direct(alice, bob);
                var second = Talk.direct(alice, Talk.newId());
                var third = Talk.direct(alice, Talk.newId())) {
            first.sends(alice, "newest");
            first.await(4);

            var page = get(alice, "/conversations?limit=2");
            var rest = get(
                    alice, "/conversations?limit=2&cursor=" + page.path("next").asText());

            assertThat(ids(page)).containsExactly(first.id.toString(), third.id.toString());
            assertThat(ids(rest)).containsExactly(second.id.toString());
            assertThat(rest.has("next")).isFalse();
        }
    }

    @Test
    void a_reply_that_shows_what_was_read_leaves_nothing_unread() {
        try (var talk = Talk.direct(alice, bob)) {
            talk.sends(alice, "one");
            talk.await(4);
            talk.says(bob, new Command.Send(talk.id, UUID.randomUUID(), new Text("ok"), null, null, null, 2L));
            talk.await(5);

            assertThat(get(bob, "/conversations/" + talk.id).path("unread").asLong())
                    .isZero();
            assertThat(get(alice, "/conversations/" + talk.id).path("unread").asLong())
                    .isEqualTo(1);
            assertThat(get(alice, "/conversations/" + talk.id)
                            .path("peerReadSeq")
                            .asLong())
                    .isEqualTo(2);
        }
    }

    @Test
    void not_mine_and_not_there_are_the_same_answer() {
        try (var talk = Talk.direct(alice, bob)) {
            var mallory = Talk.newId();

            var notMine = answer(mallory, "/conversations/" + talk.id);
            var notThere = answer(mallory, "/conversations/" + Talk.newId());

            assertThat(notMine.statusCode()).isEqualTo(404);
            assertThat(notMine.asString()).isEqualTo(notThere.asString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?cursor=nonsense", "?limit=x"})
    void a_question_that_makes_no_sense_is_refused(String query) {
        assertThat(answer(alice, "/conversations" + query).statusCode()).isBetween(400, 422);
    }

    @Test
    void nobody_reads_without_a_token_and_no_service_reads_as_a_person() {
        RestAssured.get("/api/v1/conversations").then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.service("gateway").sign())
                .get("/api/v1/conversations")
                .then()
                .statusCode(403);
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static String account(Id id, String username) {
        return "{\"id\":\"" + id + "\",\"username\":\"" + username.substring(0, 12) + "\",\"nickname\":\"Bob\","
                + "\"status\":\"ACTIVE\",\"roleIds\":[],\"findable\":true,\"version\":1}";
    }
}
