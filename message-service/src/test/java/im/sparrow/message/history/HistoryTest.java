package im.sparrow.message.history;

import static im.sparrow.message.Rest.answer;
import static im.sparrow.message.Rest.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MessageTest
class HistoryTest {

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();
    private final Id carol = Talk.newId();

    @Test
    void pages_go_back_and_forth_without_a_hole() {
        try (var talk = talkOf(10)) {
            var newest = get(alice, path(talk, "/messages?limit=4"));
            var older = get(
                    alice,
                    path(talk, "/messages?limit=4&before=" + newest.path("next").asText()));
            var oldest = get(
                    alice,
                    path(talk, "/messages?limit=4&before=" + older.path("next").asText()));
            var forth = get(alice, path(talk, "/messages?limit=4&after=3"));
            var around = get(alice, path(talk, "/messages?limit=4&around=5"));

            assertThat(seqs(newest)).containsExactly(8L, 9L, 10L, 11L);
            assertThat(seqs(older)).containsExactly(4L, 5L, 6L, 7L);
            assertThat(seqs(oldest)).containsExactly(1L, 2L, 3L);
            assertThat(oldest.has("next")).isFalse();
            assertThat(seqs(forth)).containsExactly(4L, 5L, 6L, 7L);
            assertThat(forth.path("next").asText()).isEqualTo("7");
            assertThat(seqs(around)).containsExactly(4L, 5L, 6L, 7L);
            assertThat(newest.path("head").asLong()).isEqualTo(11);
        }
    }

    @Test
    void nothing_outside_ones_intervals_is_shown() {
        try (var talk = talkOf(3)) {
            talk.joins(carol);
            talk.sends(alice, "six");
            talk.leaves(carol);
            talk.sends(alice, "eight");
            talk.joins(carol);
            talk.await(14);

            var page = get(carol, path(talk, "/messages?limit=50"));
            var back = get(carol, path(talk, "/messages?limit=2&before=9"));

            assertThat(seqs(page)).containsExactly(5L, 6L, 7L, 9L);
            assertThat(page.path("visible").toString()).isEqualTo("[[5,7],[9]]");
            assertThat(seqs(back)).containsExactly(6L, 7L);
            assertThat(back.path("visible").toString()).isEqualTo("[[5,7]]");
        }
    }

    @Test
    void changes_name_each_message_once_with_its_newest_state() {
        try (var talk = talkOf(5)) {
            recall(talk, 4);
            recall(talk, 2);
            recall(talk, 5);
            talk.await(11);

            var page = get(alice, path(talk, "/changes?after=0&limit=2"));
            var rest = get(
                    alice,
                    path(talk, "/changes?limit=2&after=" + page.path("next").asText()));

            assertThat(seqs(page)).containsExactly(4L, 2L);
            assertThat(page.path("items").path(0).path("changeSeq").asLong()).isEqualTo(1);
            assertThat(page.path("items").path(0).has("body")).isFalse();
            assertThat(seqs(rest)).containsExactly(5L);
            assertThat(rest.has("next")).isFalse();
            assertThat(rest.path("headChange").asLong()).isEqualTo(3);
        }
    }

    @Test
    void changes_of_what_was_before_me_are_left_out_but_their_number_is_told() {
        try (var talk = talkOf(3)) {
            talk.joins(carol);
            talk.sends(alice, "six");
            recall(talk, 2);
            recall(talk, 6);
            talk.await(11);

            var page = get(carol, path(talk, "/changes"));

            assertThat(seqs(page)).containsExactly(6L);
            assertThat(page.path("headChange").asLong()).isEqualTo(2);
        }
    }

    @Test
    void who_has_left_still_reads_his_part_as_it_is_now() {
        try (var talk = talkOf(2)) {
            talk.leaves(bob);
            recall(talk, 2);
            talk.sends(alice, "not for bob");
            talk.await(9);

            var page = get(bob, path(talk, "/messages"));

            assertThat(seqs(page)).containsExactly(1L, 2L, 3L, 4L);
            assertThat(page.path("items").path(1).has("body")).isFalse();
            assertThat(page.path("headChange").asLong()).isZero();
        }
    }

    @Test
    void not_mine_and_not_there_are_the_same_answer() {
        try (var talk = talkOf(1)) {
            for (String what : List.of("/messages", "/changes")) {
                var notMine = answer(carol, path(talk, what));

                assertThat(notMine.statusCode()).isEqualTo(404);
                assertThat(notMine.asString())
                        .isEqualTo(answer(carol, "/conversations/" + Talk.newId() + what)
                                .asString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages?before=1&after=2",
                "/messages?before=-1",
                "/messages?limit=0",
                "/messages?limit=201",
                "/messages?after=9223372036854775807",
                "/changes?after=-1",
                "/messages?before=x"
            })
    void a_question_that_makes_no_sense_is_refused(String query) {
        assertThat(answer(alice, "/conversations/1" + query).statusCode()).isBetween(400, 422);
    }

    /** A group of Alice and Bob in which Alice has said so many things; seq 1 is the line. */
    private Talk talkOf(int texts) {
        var talk = Talk.group(alice, bob);
        for (int i = 0; i < texts; i++) {
            talk.sends(alice, "text " + i);
        }
        talk.await(3 + texts);
        return talk;
    }

    private void recall(Talk talk, long seq) {
        talk.says(alice, new Command.Recall(talk.id, UUID.randomUUID(), seq));
    }

    private static String path(Talk talk, String rest) {
        return "/conversations/" + talk.id + rest;
    }

    private static List<Long> seqs(JsonNode page) {
        var seqs = new ArrayList<Long>();
        page.path("items").forEach(item -> seqs.add(item.path("seq").asLong()));
        return seqs;
    }
}
