package im.sparrow.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.gateway.fanout.Delivery;
import im.sparrow.gateway.log.MessageLog.OpenInterval;
import im.sparrow.gateway.room.LogEvent.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What passes on the stream while an answer about a user's rooms is on its way. */
class RoomsRaceTest {

    private static final Id ALICE = Id.of(1);
    private static final Id BOB = Id.of(2);
    private static final long ROOM = 70;

    private final Rooms rooms = new Rooms();
    private final Ear alice = new Ear("alice");
    private final Set<Long> settled = new HashSet<>();
    private List<Id> asked = List.of();

    private static OpenInterval in(long from, long seq) {
        return new OpenInterval(Id.of(ROOM), from, seq, 0);
    }

    private static LogEvent message(long seq, @Nullable String effect) {
        var membership = effect == null ? null : MembershipEffect.of(effect);
        return new LogEvent(Kind.MESSAGE, ROOM, seq, 0, 0, 0, membership, null, 0, new byte[0]);
    }

    /** How many frames are due for these. */
    private int pass(LogEvent... events) {
        var due = new ArrayList<Delivery>();
        asked = rooms.pass(List.of(events), due);
        return due.size();
    }

    private void rebuild(Id user, OpenInterval... open) {
        rooms.rebuild(user, List.of(open), settled);
    }

    @Test
    void who_left_after_the_answer_was_made_is_not_let_in() {
        rooms.join(ALICE, alice);
        pass(message(6, "-1"));

        rooms.admit(ALICE, List.of(in(1, 5)));
        assertThat(pass(message(7, null))).isZero();
    }

    @Test
    void who_left_before_the_answer_was_made_and_came_back_is_let_in() {
        rooms.join(ALICE, alice);
        pass(message(6, "-1"));

        rooms.admit(ALICE, List.of(in(7, 7)));
        assertThat(pass(message(8, null))).isEqualTo(1);
    }

    @Test
    void when_all_left_after_the_answer_was_made_nobody_is_let_in() {
        rooms.join(ALICE, alice);
        pass(message(6, "-*"));

        rooms.admit(ALICE, List.of(in(1, 5)));
        assertThat(pass(message(7, null))).isZero();
    }

    @Test
    void who_joined_after_the_answer_was_made_is_asked_about_again() {
        rooms.join(ALICE, alice);
        pass(message(6, "+1"));
        assertThat(asked).containsExactly(ALICE);

        assertThat(rooms.admit(ALICE, List.of())).isTrue();
        assertThat(pass(message(7, null))).isZero();
        assertThat(rooms.admit(ALICE, List.of(in(6, 6)))).isFalse();

        assertThat(rooms.heads()).hasSize(1);
        assertThat(pass(message(8, null))).isEqualTo(1);
    }

    @Test
    void asking_again_ends_when_the_second_answer_does_not_know_the_room_either() {
        rooms.join(ALICE, alice);
        pass(message(6, "+1"));
        rooms.admit(ALICE, List.of());

        assertThat(rooms.admit(ALICE, List.of())).isFalse();
        assertThat(rooms.size()).isZero();
    }

    @Test
    void his_rooms_go_with_his_last_socket() {
        var tablet = new Ear("tablet");
        rooms.join(ALICE, alice);
        rooms.join(ALICE, tablet);
        rooms.admit(ALICE, List.of(in(1, 5)));

        rooms.leave(ALICE, tablet);
        assertThat(pass(message(6, null))).isEqualTo(1);
        rooms.leave(ALICE, alice);
        assertThat(rooms.size()).isZero();
        assertThat(rooms.local(1)).isFalse();
    }

    @Test
    void an_answer_for_one_who_has_gone_meanwhile_registers_nothing() {
        rooms.join(ALICE, alice);
        rooms.leave(ALICE, alice);

        assertThat(rooms.admit(ALICE, List.of(in(1, 5)))).isFalse();
        assertThat(rooms.size()).isZero();
    }

    @Test
    void a_room_that_waits_for_one_who_leaves_is_forgotten() {
        rooms.join(ALICE, alice);
        rooms.admit(ALICE, List.of());
        pass(message(1, "+1"));

        rooms.leave(ALICE, alice);
        assertThat(rooms.size()).isZero();
    }

    @Test
    void after_a_gap_the_numbers_are_the_logs_and_who_is_behind_is_told() {
        rooms.join(ALICE, alice);
        rooms.admit(ALICE, List.of(in(1, 5)));
        rebuild(ALICE, in(1, 9));

        assertThat(rooms.heads()).hasSize(1);
        assertThat(pass(message(9, null), message(10, null))).isEqualTo(1);
    }

    @Test
    void after_a_gap_in_which_nothing_was_said_nobody_is_told_anything() {
        rooms.join(ALICE, alice);
        rooms.admit(ALICE, List.of(in(1, 5)));
        rebuild(ALICE, in(1, 5));

        assertThat(rooms.heads()).isEmpty();
    }

    @Test
    void after_a_gap_in_which_he_left_he_hears_no_more() {
        rooms.join(ALICE, alice);
        rooms.admit(ALICE, List.of(in(1, 5)));
        rebuild(ALICE);

        assertThat(pass(message(6, null))).isZero();
        assertThat(rooms.size()).isZero();
    }

    @Test
    void after_a_gap_in_which_he_left_he_must_resume_to_see_the_rest() {
        var tablet = new Ear("tablet");
        rooms.join(ALICE, alice);
        rooms.join(ALICE, tablet);
        rooms.join(BOB, new Ear("bob"));
        rooms.admit(ALICE, List.of(in(1, 5)));
        rooms.admit(BOB, List.of(in(1, 5)));

        rebuild(ALICE);
        rebuild(BOB, in(1, 9));

        assertThat(rooms.parted()).containsExactlyInAnyOrder(alice, tablet);
        assertThat(rooms.parted()).isEmpty();
    }

    /** One question about many users is several answers: a later one may know more than an earlier one. */
    @Test
    void who_leaves_between_two_answers_after_a_gap_is_not_left_in() {
        rooms.join(ALICE, alice);
        rooms.join(BOB, new Ear("bob"));
        rooms.admit(ALICE, List.of(in(1, 5)));
        rooms.admit(BOB, List.of(in(1, 5)));
        rebuild(ALICE, in(1, 6));
        rebuild(BOB, in(1, 9));

        var due = new ArrayList<Delivery>();
        rooms.pass(List.of(message(7, "-1"), message(10, null)), due);

        assertThat(due).extracting(each -> each.targets().size()).containsExactly(2, 1);
    }
}
