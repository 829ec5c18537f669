package im.sparrow.message.log;

import static im.sparrow.message.log.Scene.ALICE;
import static im.sparrow.message.log.Scene.BOB;
import static im.sparrow.message.log.Scene.CAROL;
import static im.sparrow.message.log.Scene.START;
import static im.sparrow.message.log.Scene.answered;
import static im.sparrow.message.log.Scene.refused;
import static im.sparrow.message.log.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Mentions;
import im.sparrow.contracts.message.SystemNote;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.command.Entry;
import im.sparrow.message.row.MessageRow;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendsTest {

    private final Scene scene = Scene.group(ALICE, BOB);

    @Test
    void a_batch_is_numbered_in_its_order() {
        var decided = scene.write(
                scene.person(ALICE, scene.text("one")),
                scene.person(BOB, scene.text("two")),
                scene.person(ALICE, scene.text("three")));

        assertThat(told(decided)).containsExactly(2L, 3L, 4L);
        assertThat(decided.steps()).containsExactly(new Decided.Step(scene.where, 3, 0, 3));
        assertThat(decided.memberSteps()).hasSize(2);
        assertThat(scene.message(3).countableNo()).isEqualTo(2);
    }

    @Test
    void a_repeat_is_answered_to_its_sender_alone_with_the_first_number() {
        var send = scene.text("once");
        scene.says(ALICE, send);

        var decided = scene.says(ALICE, send);

        assertThat(told(decided)).isEmpty();
        assertThat(answered(decided)).containsExactly(2L);
        assertThat(scene.lastSeq()).isEqualTo(2);
    }

    @Test
    void a_repeat_in_the_same_batch_too() {
        var send = scene.text("once");

        var decided = scene.write(scene.person(ALICE, send), scene.person(ALICE, send));

        assertThat(told(decided)).containsExactly(2L);
        assertThat(answered(decided)).containsExactly(2L);
    }

    @Test
    void a_replay_is_told_to_the_room_again_with_the_same_number() {
        List<Entry> batch = List.of(scene.person(ALICE, scene.text("one")), scene.person(BOB, scene.text("two")));
        scene.write(batch);

        var decided = scene.write(batch);

        assertThat(told(decided)).containsExactly(2L, 3L);
        assertThat(decided.inserted()).isEmpty();
        assertThat(decided.steps()).isEmpty();
        assertThat(decided.memberSteps()).isEmpty();
    }

    @Test
    void another_body_under_a_known_id_is_refused_and_the_first_one_stands() {
        var id = UUID.randomUUID();
        scene.says(ALICE, scene.text(id, "first"));

        var decided = scene.says(ALICE, scene.text(id, "second"));

        assertThat(refused(decided)).containsExactly(Problem.CLIENT_MSG_ID_REUSED);
        assertThat(decided.refusals()).isEmpty();
        assertThat(scene.message(2).said().body()).isEqualTo("{\"text\":\"first\"}");
    }

    @Test
    void two_people_may_use_the_same_id() {
        var id = UUID.randomUUID();

        var decided =
                scene.write(scene.person(ALICE, scene.text(id, "hers")), scene.person(BOB, scene.text(id, "his")));

        assertThat(told(decided)).containsExactly(2L, 3L);
    }

    @Test
    void who_never_belonged_hears_that_the_conversation_is_unknown_and_nothing_is_stored() {
        var decided = scene.says(CAROL, scene.text("let me in"));

        assertThat(refused(decided)).containsExactly(Problem.UNKNOWN_CONVERSATION);
        assertThat(decided.refusals()).isEmpty();
        assertThat(told(decided, Announcement.Nacked.class).map(n -> n.no().retryAfter()))
                .containsExactly(Duration.ofMillis(300));
    }

    @Test
    void a_join_earlier_in_the_batch_counts() {
        var decided = scene.write(scene.service(scene.joins(CAROL)), scene.person(CAROL, scene.text("here")));

        assertThat(refused(decided)).isEmpty();
        assertThat(told(decided)).containsExactly(2L, 3L);
    }

    @Test
    void a_removal_earlier_in_the_batch_counts() {
        var decided = scene.write(
                scene.person(BOB, scene.text("before")),
                scene.service(scene.leaves(BOB)),
                scene.person(BOB, scene.text("after")));

        assertThat(refused(decided)).containsExactly(Problem.NOT_MEMBER);
        assertThat(told(decided)).containsExactly(2L, 3L);
        assertThat(scene.member(BOB).interval().lastVisible(99)).isEqualTo(3);
    }

    @Test
    void a_message_is_never_older_than_the_one_before_it() {
        scene.says(ALICE, scene.text("now"));
        scene.pass(Duration.ofSeconds(-30));

        scene.says(ALICE, scene.text("the clock went back"));

        assertThat(scene.message(3).createdAt()).isEqualTo(START);
    }

    @Test
    void a_pipelined_send_waits_for_the_one_before_it() {
        var first = scene.text("first");
        var second = scene.after(first.clientMsgId(), "second");

        var early = scene.says(ALICE, second);
        scene.says(ALICE, first);
        var late = scene.says(ALICE, second);

        assertThat(refused(early)).containsExactly(Problem.OUT_OF_ORDER);
        assertThat(early.refusals()).isEmpty();
        assertThat(told(late)).containsExactly(3L);
    }

    @Test
    void a_pipelined_send_passes_behind_the_one_before_it_in_the_same_batch() {
        var first = scene.text("first");

        var decided = scene.write(
                scene.person(ALICE, first), scene.person(ALICE, scene.after(first.clientMsgId(), "second")));

        assertThat(told(decided)).containsExactly(2L, 3L);
    }

    @Test
    void a_final_refusal_is_an_outcome_too_for_the_send_after_it() {
        var blank = scene.text(" ");
        scene.says(ALICE, blank);

        var decided = scene.says(ALICE, scene.after(blank.clientMsgId(), "next"));

        assertThat(told(decided)).containsExactly(2L);
    }

    @Test
    void an_earlier_send_named_in_a_batch_of_repeats_is_found() {
        var first = scene.text("first");
        var second = scene.after(first.clientMsgId(), "second");
        scene.write(scene.person(ALICE, first), scene.person(ALICE, second));

        var decided = scene.write(scene.person(ALICE, first), scene.person(ALICE, second));

        assertThat(answered(decided)).containsExactly(2L, 3L);
        assertThat(refused(decided)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\ud83d alone", "\udc4b"})
    void a_text_that_says_nothing_or_is_no_unicode_is_refused(String text) {
        var decided = scene.says(ALICE, scene.text(text));

        assertThat(refused(decided)).containsExactly(Problem.INVALID_BODY);
    }

    @Test
    void a_text_of_five_thousand_characters_passes_and_one_more_does_not() {
        assertThat(refused(scene.says(ALICE, scene.text("字".repeat(5_000))))).isEmpty();
        assertThat(refused(scene.says(ALICE, scene.text("字".repeat(5_001))))).containsExactly(Problem.INVALID_BODY);
    }

    @Test
    void an_answer_to_what_is_not_there_and_too_many_mentions_are_refused() {
        var everyone = Collections.nCopies(51, BOB);
        var far = new Command.Send(scene.where, UUID.randomUUID(), new Text("x"), 2L, null, null, null);
        var many = new Command.Send(
                scene.where, UUID.randomUUID(), new Text("x"), 1L, new Mentions(everyone, false), null, null);

        var decided = scene.write(scene.person(ALICE, far), scene.person(ALICE, many));

        assertThat(refused(decided)).containsExactly(Problem.INVALID_BODY, Problem.INVALID_BODY);
    }

    @Test
    void nobody_speaks_in_the_logs_own_name() {
        var forged = new Command.Send(
                scene.where,
                UUID.randomUUID(),
                new SystemNote(Cause.MEMBERS_LEFT, BOB, List.of(BOB), 1, null),
                null,
                null,
                null,
                null);

        assertThat(refused(scene.says(ALICE, forged))).containsExactly(Problem.UNKNOWN_TYPE);
    }

    @Test
    void what_was_recalled_later_in_the_batch_is_told_without_its_text() {
        var decided = scene.write(scene.person(ALICE, scene.text("slip")), scene.person(ALICE, scene.recall(2)));

        MessageRow told =
                told(decided, Announcement.Said.class).findFirst().orElseThrow().row();
        assertThat(told.said().body()).isNull();
        assertThat(told.change()).isNotNull();
        assertThat(decided.inserted()).containsExactly(told);
    }
}
