package im.sparrow.message.resume;

import static im.sparrow.message.Rest.gateway;
import static im.sparrow.message.Rest.gatewayAnswer;
import static im.sparrow.message.Rest.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MessageTest
class ResumeTest {

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();

    @Test
    void rooms_are_the_open_intervals_with_the_heads() {
        try (var talk = Talk.group(alice, bob);
                var left = Talk.group(alice, bob)) {
            talk.sends(alice, "two");
            left.leaves(bob);
            talk.await(4);
            left.await(5);
            var stranger = Talk.newId();

            var answer = gateway("/rooms", "{\"userIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(alice, bob, stranger));

            assertThat(answer.path("epoch").asText()).hasSize(36);
            assertThat(answer.path("users").path(bob.toString()).toString()).isEqualTo("[[\"" + talk.id + "\",1,2,0]]");
            assertThat(answer.path("users").path(alice.toString())).hasSize(2);
            assertThat(answer.path("users").path(stranger.toString())).isEmpty();
        }
    }

    @Test
    void a_device_away_for_a_hundred_messages_gets_each_once_and_an_old_recall() {
        try (var talk = Talk.direct(alice, bob)) {
            talk.sends(alice, "old");
            talk.await(4);
            var held = "{\"%s\":[2,0]}".formatted(talk.id);
            assertThat(changed(bob, held)).isEmpty();
            LongStream.range(0, 100).forEach(i -> talk.sends(alice, "text " + i));
            talk.says(alice, new Command.Recall(talk.id, UUID.randomUUID(), 2));
            talk.await(105);

            var summary = changed(bob, held).getFirst();
            var first = page(bob, talk.id, "\"afterSeq\":2", 60);
            var second = page(bob, talk.id, "\"afterSeq\":" + first.path("next").asLong(), 60);
            var changes = page(bob, talk.id, "\"afterChangeSeq\":0", 60);

            assertThat(summary.path("head").toString()).isEqualTo("[102,1]");
            var got = new ArrayList<>(seqs(first));
            got.addAll(seqs(second));
            assertThat(got)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(3, 102).boxed().toList());
            assertThat(second.has("next")).isFalse();
            assertThat(seqs(changes)).containsExactly(2L);
            assertThat(changes.path("headChange").asLong()).isEqualTo(1);
            assertThat(changed(bob, "{\"%s\":[102,1]}".formatted(talk.id))).isEmpty();
        }
    }

    @Test
    void more_than_a_hundred_changed_ones_go_on_over_rest() {
        var talks = new ArrayList<Talk>();
        for (int i = 0; i < 103; i++) {
            talks.add(Talk.direct(alice, Talk.newId()));
        }

        var answer = changed("{\"userId\":\"%s\",\"heads\":{}}".formatted(alice));
        var rest = get(alice, "/conversations?since=" + answer.path("more").asText());

        var ids = new ArrayList<>(ids(answer.path("conversations")));
        ids.addAll(ids(rest.path("items")));
        assertThat(answer.path("conversations")).hasSize(100);
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        talks.stream().map(talk -> talk.id.toString()).toList());
        talks.forEach(Talk::close);
    }

    @Test
    void another_epoch_or_a_head_from_the_future_means_that_the_cache_is_worth_nothing() {
        try (var talk = Talk.direct(alice, bob)) {
            var epoch =
                    changed("{\"userId\":\"%s\"}".formatted(bob)).path("epoch").asText();
            var question = "{\"userId\":\"%s\",\"epoch\":\"%s\",\"heads\":{\"%s\":[%d,0]}}";

            var other = changed(question.formatted(bob, "another", talk.id, 1));
            var ahead = changed(question.formatted(bob, epoch, talk.id, 9));
            var same = changed(question.formatted(bob, epoch, talk.id, 1));

            assertThat(other.path("resync").asBoolean()).isTrue();
            assertThat(other.path("conversations")).hasSize(1);
            assertThat(ahead.path("resync").asBoolean()).isTrue();
            assertThat(same.has("resync")).isFalse();
            assertThat(same.path("conversations")).isEmpty();
        }
    }

    @Test
    void a_page_is_refused_to_who_never_belonged() {
        try (var talk = Talk.direct(alice, bob)) {
            var question = "{\"userId\":\"%s\",\"conversationId\":\"%s\",\"afterSeq\":0,\"limit\":10}";

            var answer = gateway(
                    "/pages",
                    "{\"pages\":[%s,%s]}"
                            .formatted(question.formatted(Talk.newId(), talk.id), question.formatted(bob, talk.id)));

            assertThat(answer.path(0).at("/refused/code").asText()).isEqualTo("not_found");
            assertThat(answer.path(0).has("page")).isFalse();
            assertThat(answer.path(1).at("/page/items")).hasSize(1);
            assertThat(answer.path(1).has("refused")).isFalse();
        }
    }

    @Test
    void each_of_several_devices_hears_of_its_own_alone() {
        try (var talk = Talk.direct(alice, bob);
                var group = Talk.group(alice, bob)) {
            var device = "{\"userId\":\"%s\",\"heads\":{\"%s\":[1,0]}}";

            var answers = gateway(
                    "/changed",
                    "{\"devices\":[%s,%s,%s]}"
                            .formatted(
                                    device.formatted(alice, talk.id),
                                    device.formatted(alice, group.id),
                                    device.formatted(Talk.newId(), talk.id)));

            assertThat(answers).hasSize(3);
            assertThat(ids(answers.path(0).path("conversations"))).containsExactly(group.id.toString());
            assertThat(ids(answers.path(1).path("conversations"))).containsExactly(talk.id.toString());
            assertThat(answers.path(1).path("conversations").path(0).has("peerReadSeq"))
                    .isTrue();
            assertThat(answers.path(2).path("conversations")).isEmpty();
        }
    }

    @Test
    void heads_are_told_by_id() {
        try (var talk = Talk.direct(alice, bob)) {
            var answer = given().auth()
                    .oauth2(TestTokens.service("gateway").sign())
                    .get("/internal/v1/heads?ids=" + talk.id + "," + Talk.newId());

            assertThat(answer.jsonPath().getMap("heads")).hasSize(1).containsKey(talk.id.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"userId\":\"1\",\"conversationId\":\"1\",\"afterSeq\":1,\"limit\":0}",
                "{\"userId\":\"1\",\"conversationId\":\"1\",\"afterSeq\":1,\"limit\":201}",
                "{\"userId\":\"-1\",\"conversationId\":\"1\",\"afterSeq\":1,\"limit\":10}",
                "not json"
            })
    void a_question_that_makes_no_sense_is_refused(String question) {
        assertThat(gatewayAnswer("/pages", "{\"pages\":[" + question + "]}").statusCode())
                .isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"1\",\"conversationId\":\"1\",\"limit\":10}",
                "{\"userId\":\"1\",\"conversationId\":\"1\",\"afterSeq\":1,\"beforeSeq\":1,\"limit\":10}",
            })
    void a_page_has_one_position(String question) {
        var answer = gateway("/pages", "{\"pages\":[" + question + "]}");

        assertThat(answer.path(0).at("/refused/code").asText()).isEqualTo("invalid_body");
    }

    @Test
    void pages_together_have_a_bound() {
        var page = "{\"userId\":\"1\",\"conversationId\":\"1\",\"afterSeq\":1,\"limit\":200}";

        assertThat(gatewayAnswer("/pages", "{\"pages\":[%1$s,%1$s,%1$s]}".formatted(page))
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms", "/changed", "/pages"})
    void a_persons_token_opens_none_of_these_doors(String path) {
        given().auth()
                .oauth2(TestTokens.administrator(alice.value()).sign())
                .contentType("application/json")
                .body("{}")
                .post("/internal/v1" + path)
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .post("/internal/v1" + path)
                .then()
                .statusCode(401);
    }

    private static JsonNode changed(String device) {
        return gateway("/changed", "{\"devices\":[" + device + "]}").path(0);
    }

    private static List<JsonNode> changed(Id user, String heads) {
        var list = new ArrayList<JsonNode>();
        changed("{\"userId\":\"%s\",\"heads\":%s}".formatted(user, heads))
                .path("conversations")
                .forEach(list::add);
        return list;
    }

    private static JsonNode page(Id user, Id conversation, String position, int limit) {
        return gateway(
                        "/pages",
                        "{\"pages\":[{\"userId\":\"%s\",\"conversationId\":\"%s\",%s,\"limit\":%d}]}"
                                .formatted(user, conversation, position, limit))
                .path(0)
                .path("page");
    }

    private static List<Long> seqs(JsonNode page) {
        var seqs = new ArrayList<Long>();
        page.path("items").forEach(item -> seqs.add(item.path("seq").asLong()));
        return seqs;
    }

    private static List<String> ids(JsonNode items) {
        var ids = new ArrayList<String>();
        items.forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
