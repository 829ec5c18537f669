package im.sparrow.message.log;

import static im.sparrow.message.log.Scene.ALICE;
import static im.sparrow.message.log.Scene.BOB;
import static im.sparrow.message.log.Scene.CAROL;
import static im.sparrow.message.log.Scene.answered;
import static im.sparrow.message.log.Scene.refused;
import static im.sparrow.message.log.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.command.Entry;
import im.sparrow.message.row.MessageRow;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecallsTest {

    private final Scene scene = Scene.group(ALICE, BOB);

    @Test
    void a_recall_takes_the_text_and_the_next_change_number() {
        scene.says(BOB, scene.text("slip"));

        var decided = scene.says(BOB, scene.recall(2));

        var changed = told(decided, Announcement.Changed.class).findFirst().orElseThrow();
        assertThat(changed.change().changeSeq()).isEqualTo(1);
        assertThat(changed.change().recalledBy()).isEqualTo(BOB);
        assertThat(changed.to()).isNull();
        assertThat(scene.message(2).said().body()).isNull();
        assertThat(scene.message(2).countableNo()).isEqualTo(1);
        assertThat(scene.unread(ALICE)).isEqualTo(1);
    }

    @Test
    void the_window_is_two_minutes_for_the_sender() {
        scene.write(scene.person(BOB, scene.text("one")), scene.person(BOB, scene.text("two")));
        scene.pass(Duration.ofSeconds(120));
        var inTime = scene.says(BOB, scene.recall(2));
        scene.pass(Duration.ofMillis(1));

        var late = scene.says(BOB, scene.recall(3));

        assertThat(refused(inTime)).isEmpty();
        assertThat(refused(late)).containsExactly(Problem.RECALL_WINDOW_OVER);
    }

    @Test
    void who_leads_the_group_may_at_any_time() {
        scene.says(BOB, scene.text("rude"));
        scene.pass(Duration.ofDays(30));

        assertThat(refused(scene.says(ALICE, scene.recall(2)))).isEmpty();
        assertThat(change(2).recalledBy()).isEqualTo(ALICE);
    }

    @Test
    void nobody_else_may() {
        scene.applies(scene.joins(CAROL));
        scene.says(BOB, scene.text("mine"));

        assertThat(refused(scene.says(CAROL, scene.recall(3)))).containsExactly(Problem.RIGHT_MISSING);
    }

    @Test
    void what_is_not_there_what_the_log_said_and_what_was_before_me_is_not_found() {
        scene.says(ALICE, scene.text("before carol"));
        scene.applies(scene.joins(CAROL));

        var decided = scene.write(
                scene.person(ALICE, scene.recall(9)),
                scene.person(ALICE, scene.recall(1)),
                scene.person(CAROL, scene.recall(2)));

        assertThat(refused(decided)).containsExactly(Problem.NOT_FOUND, Problem.NOT_FOUND, Problem.NOT_FOUND);
    }

    @Test
    void a_repeat_is_answered_to_its_maker_alone_with_the_first_number() {
        scene.says(BOB, scene.text("slip"));
        var recall = scene.recall(2);
        scene.says(BOB, recall);

        var decided = scene.says(BOB, recall);

        var changed = told(decided, Announcement.Changed.class).findFirst().orElseThrow();
        assertThat(changed.to()).isEqualTo(BOB);
        assertThat(changed.change().changeSeq()).isEqualTo(1);
        assertThat(decided.steps()).isEmpty();
    }

    @Test
    void a_replay_is_told_to_the_room_again() {
        scene.says(BOB, scene.text("slip"));
        Entry recall = scene.person(BOB, scene.recall(2));
        scene.write(recall);

        var changed = told(scene.write(recall), Announcement.Changed.class)
                .findFirst()
                .orElseThrow();

        assertThat(changed.to()).isNull();
        assertThat(changed.change().changeSeq()).isEqualTo(1);
    }

    @Test
    void a_second_recall_is_done_without_a_second_change() {
        scene.says(BOB, scene.text("slip"));
        scene.says(BOB, scene.recall(2));

        var decided = scene.says(ALICE, scene.recall(2));

        assertThat(refused(decided)).isEmpty();
        assertThat(decided.steps()).isEmpty();
        assertThat(decided.ops()).hasSize(1);
        assertThat(change(2).recalledBy()).isEqualTo(BOB);
    }

    @Test
    void a_late_repeat_of_the_send_never_brings_the_text_back() {
        var send = scene.text("slip");
        scene.says(BOB, send);
        scene.says(BOB, scene.recall(2));

        var decided = scene.says(BOB, send);

        assertThat(answered(decided)).containsExactly(2L);
        MessageRow row =
                told(decided, Announcement.Said.class).findFirst().orElseThrow().row();
        assertThat(row.said().body()).isNull();
        assertThat(row.view().recalled()).isNotNull();
    }

    @Test
    void the_same_id_for_another_message_is_refused() {
        scene.write(scene.person(BOB, scene.text("one")), scene.person(BOB, scene.text("two")));
        var recall = scene.recall(2);
        scene.says(BOB, recall);

        var other = new Command.Recall(scene.where, recall.clientOpId(), 3);

        assertThat(refused(scene.says(BOB, other))).containsExactly(Problem.CLIENT_MSG_ID_REUSED);
    }

    @Test
    void who_left_may_take_nothing_back() {
        scene.says(BOB, scene.text("one"));
        scene.applies(scene.leaves(BOB));

        assertThat(refused(scene.says(BOB, scene.recall(2)))).containsExactly(Problem.NOT_MEMBER);
    }

    private MessageRow.Change change(long seq) {
        return Objects.requireNonNull(scene.message(seq).change());
    }
}
