package im.sparrow.message.log;

import static im.sparrow.message.log.Scene.ALICE;
import static im.sparrow.message.log.Scene.BOB;
import static im.sparrow.message.log.Scene.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownTest {

    private final Scene scene = Scene.group(ALICE, BOB);

    @BeforeEach
    void alice_says_five_things() {
        for (int i = 0; i < 5; i++) {
            scene.says(ALICE, scene.text("text " + i));
        }
    }

    @Test
    void sending_marks_nothing_read_that_was_not_shown() {
        scene.says(BOB, scene.text("busy"));

        assertThat(scene.unread(BOB)).isEqualTo(5);
        assertThat(scene.unread(ALICE)).isEqualTo(1);
    }

    @Test
    void a_send_that_says_what_was_shown_moves_the_mark_to_the_head() {
        var decided = scene.says(BOB, scene.shown(6, "read it all"));

        assertThat(scene.unread(BOB)).isZero();
        assertThat(decided.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.marks().readSeq()).isEqualTo(6);
            assertThat(moved.marks().deliveredSeq()).isEqualTo(6);
            assertThat(moved.unread()).isZero();
        });
    }

    @Test
    void a_mark_below_the_head_leaves_the_rest_unread() {
        scene.says(BOB, scene.shown(3, "read two"));

        assertThat(scene.unread(BOB)).isEqualTo(3);
    }

    @Test
    void a_mark_before_ones_own_messages_does_not_count_them() {
        scene.says(BOB, scene.text("seven"));
        scene.says(ALICE, scene.text("eight"));

        scene.says(BOB, scene.shown(4, "nine"));

        assertThat(scene.unread(BOB)).isEqualTo(3);
    }

    @Test
    void a_mark_never_goes_beyond_what_was_stored_nor_back() {
        scene.says(BOB, scene.shown(1_000, "from the future"));
        assertThat(scene.member(BOB).marks().readSeq()).isEqualTo(6);

        var decided = scene.says(BOB, scene.shown(2, "from the past"));

        assertThat(decided.moved()).isEmpty();
        assertThat(scene.member(BOB).marks().readSeq()).isEqualTo(6);
    }

    @Test
    void a_refused_send_still_says_what_was_shown() {
        scene.says(BOB, scene.shown(6, " "));

        assertThat(scene.unread(BOB)).isZero();
    }

    @Test
    void a_mark_from_before_a_second_join_changes_nothing() {
        scene.applies(scene.leaves(BOB));
        scene.says(ALICE, scene.text("between"));
        scene.write(scene.service(scene.joins(BOB)), scene.person(BOB, scene.shown(3, "old mark")));

        assertThat(scene.member(BOB).marks().readSeq()).isEqualTo(9);
        assertThat(scene.unread(BOB)).isZero();
    }

    @Test
    void a_stranger_has_no_mark() {
        assertThat(scene.says(CAROL, scene.shown(3, "hi")).moved()).isEmpty();
    }
}
