package im.sparrow.message.writer;

import static im.sparrow.message.Talk.header;
import static im.sparrow.message.Talk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.platform.identity.RevocationList;
import im.sparrow.testing.Records;
import im.sparrow.testing.Says;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MessageTest
class SendingTest {

    @Inject
    RevocationList revoked;

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

    @Test
    void a_clients_repeat_is_answered_to_him_alone_with_the_first_number() {
        try (var talk = Talk.direct(alice, bob)) {
            var send = talk.send("once");
            talk.says(alice, send);
            talk.await(4);

            talk.says(alice, send);

            var answer = talk.await(5).getLast();
            assertThat(header(answer, "to")).isEqualTo(alice.toString());
            assertThat(header(answer, "s")).isEqualTo("2");
            assertThat(json(answer)).isEqualTo(json(talk.await(5).get(3)));
        }
    }

    @Test
    void a_recall_is_told_as_a_change_and_the_text_is_gone() {
        try (var talk = Talk.direct(alice, bob)) {
            talk.sends(alice, "slip");
            var recall = new Command.Recall(talk.id, UUID.randomUUID(), 2);
            talk.says(alice, recall);

            var event = talk.await(5).getLast();

            var frame = json(event);
            assertThat(frame.path("t").asText()).isEqualTo("change");
            assertThat(frame.path("changeSeq").asLong()).isEqualTo(1);
            assertThat(frame.path("seq").asLong()).isEqualTo(2);
            assertThat(frame.path("op").asText()).isEqualTo("recall");
            assertThat(frame.path("clientOpId").asText())
                    .isEqualTo(recall.clientOpId().toString());
            assertThat(frame.path("message").has("body")).isFalse();
            assertThat(frame.path("message").path("changeSeq").asLong()).isEqualTo(1);
            assertThat(frame.path("message").path("recalled").path("by").asText())
                    .isEqualTo(alice.toString());
            assertThat(header(event, "k")).isEqualTo("change");
            assertThat(header(event, "s")).isEqualTo("2");
            assertThat(header(event, "c")).isEqualTo("1");
            assertThat(header(event, "x")).isEqualTo(recall.clientOpId().toString());
        }
    }

    @Test
    void a_stranger_hears_that_the_conversation_is_unknown_for_now() {
        try (var talk = Talk.direct(alice, bob)) {
            var carol = Talk.newId();
            var clientMsgId = talk.sends(carol, "let me in");

            var event = talk.await(4).getLast();

            var frame = json(event);
            assertThat(frame.path("t").asText()).isEqualTo("nack");
            assertThat(frame.path("clientMsgId").asText()).isEqualTo(clientMsgId.toString());
            assertThat(frame.path("code").asText()).isEqualTo("unknown_conversation");
            assertThat(frame.path("retryable").asBoolean()).isTrue();
            assertThat(frame.path("retryAfterMs").asLong()).isEqualTo(300);
            assertThat(header(event, "to")).isEqualTo(carol.toString());
            assertThat(header(event, "x")).isEqualTo(clientMsgId.toString());
        }
    }

    @Test
    void members_come_and_go_with_their_line() {
        try (var talk = Talk.group(alice, bob)) {
            var carol = Talk.newId();
            talk.joins(carol);
            talk.leaves(bob);

            var events = talk.await(7);

            assertThat(header(events.get(1), "k")).isEqualTo("members");
            assertThat(header(events.get(2), "m")).isEqualTo("+" + alice + ",+" + bob);
            assertThat(header(events.get(4), "m")).isEqualTo("+" + carol);
            assertThat(json(events.get(5)).path("changed").get(0).path("gone").asBoolean())
                    .isTrue();
            assertThat(header(events.get(6), "m")).isEqualTo("-" + bob);
            assertThat(json(events.get(6)).path("type").asText()).isEqualTo("system");
            assertThat(json(events.get(6)).has("senderId")).isFalse();
            assertThat(json(events.get(6)).path("body").path("event").asText()).isEqualTo("members_left");
        }
    }

    @Test
    void what_cannot_be_read_is_refused_to_its_maker_and_blocks_nobody() {
        try (var talk = Talk.direct(alice, bob)) {
            var id = UUID.randomUUID();
            talk.saysRaw(alice, id, "{\"type\":\"send\"");
            talk.sends(alice, "still here");

            var events = talk.await(5);

            assertThat(json(events.get(3)).path("code").asText()).isEqualTo("malformed");
            assertThat(json(events.get(3)).path("retryable").asBoolean()).isFalse();
            assertThat(json(events.get(4)).path("seq").asLong()).isEqualTo(2);
        }
    }

    @Test
    void what_nobody_can_be_told_about_goes_to_the_dead_letters_without_its_body() {
        try (var talk = Talk.direct(alice, bob);
                var letters = Records.fromNow(Topics.MESSAGE_COMMAND_DLT)) {
            talk.says(talk.conversation(ConversationKind.DIRECT, "x".repeat(65), ConversationState.OPEN, 9));
            talk.sends(alice, "still here");

            var letter = letters.await(talk.id.toString(), 1).getFirst();

            assertThat(header(letter, "reason")).isEqualTo("internal");
            assertThat(letter.value()).isEmpty();
            assertThat(talk.awaitLast(4).path("seq").asLong()).isEqualTo(2);
        }
    }

    @Test
    void a_ban_is_heard_before_the_commit() {
        try (var talk = Talk.direct(alice, bob);
                var says = new Says()) {
            says.say(
                    Topics.REVOCATION,
                    alice.toString(),
                    "{\"type\":\"user\",\"userId\":\"" + alice + "\",\"ver\":2,\"banned\":true}");
            await().until(() -> revoked.stale(alice, alice, 1, 1, List.of()));
            talk.sends(alice, "not any more");

            var frame = talk.awaitLast(4);

            assertThat(frame.path("code").asText()).isEqualTo("token_stale");
            assertThat(frame.path("retryable").asBoolean()).isTrue();
        }
    }

    @Test
    void what_a_send_has_shown_is_announced_to_reader_and_peer() {
        try (var talk = Talk.direct(alice, bob);
                var marks = Records.fromNow(Topics.USER_EVENT)) {
            talk.sends(alice, "read me");
            talk.await(4);
            talk.says(bob, new Command.Send(talk.id, UUID.randomUUID(), new Text("ok"), null, null, null, 2L));

            var own = json(marks.await(bob.toString(), 1).getFirst());
            var peers = json(marks.await(alice.toString(), 1).getFirst());

            assertThat(own.path("readSeq").asLong()).isEqualTo(2);
            assertThat(own.path("unread").asLong()).isZero();
            assertThat(peers.path("readerId").asText()).isEqualTo(bob.toString());
            assertThat(peers.has("unread")).isFalse();
        }
    }
}
