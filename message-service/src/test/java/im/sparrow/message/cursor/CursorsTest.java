package im.sparrow.message.cursor;

import static im.sparrow.message.Rest.get;
import static im.sparrow.message.Talk.json;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.testing.Records;
import im.sparrow.testing.Says;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@MessageTest
class CursorsTest {

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();
    private final Says says = new Says();
    private final Records marks = Records.fromNow(Topics.USER_EVENT);

    @AfterEach
    void close() {
        says.close();
        marks.close();
    }

    @Test
    void a_mark_moves_forward_and_is_announced_to_its_owner_and_the_peer() {
        try (var talk = talkOf(Talk.direct(alice, bob), 4)) {
            moves(talk, bob, 3L, 4L);

            var own = json(marks.await(bob.toString(), 1).getFirst());
            var peers = json(marks.await(alice.toString(), 1).getFirst());

            assertThat(own.path("type").asText()).isEqualTo("cursor");
            assertThat(own.path("conversationId").asText()).isEqualTo(talk.id.toString());
            assertThat(own.path("readSeq").asLong()).isEqualTo(3);
            assertThat(own.path("deliveredSeq").asLong()).isEqualTo(4);
            assertThat(own.path("unread").asLong()).isEqualTo(2);
            assertThat(peers.path("userId").asText()).isEqualTo(alice.toString());
            assertThat(peers.path("readerId").asText()).isEqualTo(bob.toString());
            assertThat(peers.has("unread")).isFalse();
            assertThat(get(bob, "/conversations/" + talk.id).path("unread").asLong())
                    .isEqualTo(2);
        }
    }

    @Test
    void in_a_group_only_ones_own_devices_hear_of_it() {
        try (var talk = talkOf(Talk.group(alice, bob), 2)) {
            moves(talk, bob, 3L, null);

            assertThat(json(marks.await(bob.toString(), 1).getFirst())
                            .path("unread")
                            .asLong())
                    .isZero();
            assertThat(marks.during(Duration.ofMillis(300), alice.toString())).isEmpty();
        }
    }

    @Test
    void a_mark_never_goes_back_and_who_is_behind_hears_where_it_stands() {
        try (var talk = talkOf(Talk.direct(alice, bob), 4)) {
            moves(talk, bob, 5L, 5L);
            marks.await(bob.toString(), 1);

            moves(talk, bob, 2L, null);

            var told = json(marks.await(bob.toString(), 2).getLast());
            assertThat(told.path("readSeq").asLong()).isEqualTo(5);
            assertThat(marks.during(Duration.ofMillis(200), alice.toString())).hasSize(1);
        }
    }

    @Test
    void a_mark_never_goes_beyond_what_may_be_seen() {
        try (var talk = talkOf(Talk.group(alice, bob), 2)) {
            talk.leaves(bob);
            talk.sends(alice, "not for bob");
            talk.await(8);

            moves(talk, bob, 1_000L, null);

            var own = json(marks.await(bob.toString(), 1).getFirst());
            assertThat(own.path("readSeq").asLong()).isEqualTo(4);
            assertThat(own.path("unread").asLong()).isZero();
        }
    }

    @Test
    void a_mark_between_ones_own_messages_counts_each_of_them_once() {
        try (var talk = Talk.direct(alice, bob)) {
            for (int i = 0; i < 3; i++) {
                talk.sends(alice, "hers");
                talk.sends(bob, "his");
            }
            talk.await(9);

            moves(talk, bob, 3L, null);
            assertThat(json(marks.await(bob.toString(), 1).getLast())
                            .path("unread")
                            .asLong())
                    .isEqualTo(2);
            moves(talk, bob, 6L, null);
            assertThat(json(marks.await(bob.toString(), 2).getLast())
                            .path("unread")
                            .asLong())
                    .isZero();
        }
    }

    @Test
    void a_stranger_and_nonsense_are_passed_over() {
        try (var talk = talkOf(Talk.direct(alice, bob), 2);
                var letters = Records.fromNow(Topics.CURSOR_DLT)) {
            says.say(Topics.CURSOR, talk.id.toString(), "{\"nonsense\":");
            moves(talk, Talk.newId(), 3L, null);
            moves(talk, bob, 3L, null);

            assertThat(json(marks.await(bob.toString(), 1).getFirst())
                            .path("readSeq")
                            .asLong())
                    .isEqualTo(3);
            var letter = letters.await(talk.id.toString(), 1).getFirst();
            assertThat(Records.header(letter, Headers.REASON)).contains("malformed");
            assertThat(letter.value()).isEmpty();
        }
    }

    private Talk talkOf(Talk talk, int texts) {
        for (int i = 0; i < texts; i++) {
            talk.sends(alice, "text " + i);
        }
        talk.await(3 + texts);
        return talk;
    }

    private void moves(Talk talk, Id user, @Nullable Long read, @Nullable Long delivered) {
        var move = "{\"conversationId\":\"%s\",\"userId\":\"%s\",\"readSeq\":%s,\"deliveredSeq\":%s}";
        says.say(Topics.CURSOR, talk.id.toString(), move.formatted(talk.id, user, read, delivered));
    }
}
