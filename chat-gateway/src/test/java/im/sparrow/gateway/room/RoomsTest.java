package im.sparrow.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.gateway.fanout.Delivery;
import im.sparrow.gateway.log.MessageLog.OpenInterval;
import im.sparrow.gateway.room.LogEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a room, record by record: who hears what, and what is asked for. */
class RoomsTest {

    private static final Id ALICE = Id.of(1);
    private static final Id BOB = Id.of(2);
    private static final Id CAROL = Id.of(3);
    private static final long ROOM = 70;
    private static final long OTHER = 71;

    private final Rooms rooms = new Rooms();
    private final Ear alice = new Ear("alice");
    private final Ear bob = new Ear("bob");
    private final Ear carol = new Ear("carol");
    private List<Id> asked = List.of();

    private static OpenInterval in(long room, long from, long seq, long change) {
        return new OpenInterval(Id.of(room), from, seq, change);
    }

    private static LogEvent event(
            Kind kind, long room, long seq, long change, long actor, long to, @Nullable String effect) {
        var membership = effect == null ? null : MembershipEffect.of(effect);
        var text = kind + " " + seq + (change > 0 ? "/" + change : "");
        return new LogEvent(
                kind, room, seq, change, actor, to, membership, null, 0, text.getBytes(StandardCharsets.UTF_8));
    }

    private static LogEvent message(long seq) {
        return event(Kind.MESSAGE, ROOM, seq, 0, 0, 0, null);
    }

    private static LogEvent message(long seq, String effect) {
        return event(Kind.MESSAGE, ROOM, seq, 0, 0, 0, effect);
    }

    private static LogEvent change(long seq, long change) {
        return event(Kind.CHANGE, ROOM, seq, change, 0, 0, null);
    }

    /** Who hears what of these, as {@code alice: MESSAGE 6}. */
    private List<String> pass(LogEvent... events) {
        var due = new ArrayList<Delivery>();
        asked = rooms.pass(List.of(events), due);
        return said(due);
    }

    private static List<String> said(List<Delivery> due) {
        return due.stream()
                .flatMap(delivery -> names(delivery).stream()
                        .map(name -> name + ": " + new String(delivery.frame(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<String> names(Delivery delivery) {
        return delivery.targets().outlets().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.toList());
    }

    private void comes(Id user, Ear ear, long from) {
        rooms.join(user, ear);
        rooms.admit(user, List.of(in(ROOM, from, 9, 0)));
    }

    private void aliceAndBobAreIn(long from, long seq, long change) {
        rooms.join(ALICE, alice);
        rooms.join(BOB, bob);
        rooms.admit(ALICE, List.of(in(ROOM, 1, seq, change)));
        rooms.admit(BOB, List.of(in(ROOM, from, seq, change)));
    }

    @Test
    void everybody_in_the_room_hears_once() {
        aliceAndBobAreIn(1, 5, 0);

        assertThat(pass(message(6), message(7)))
                .containsExactly("alice: MESSAGE 6", "bob: MESSAGE 6", "alice: MESSAGE 7", "bob: MESSAGE 7");
    }

    @Test
    void a_record_of_a_room_that_is_not_here_is_passed_over() {
        aliceAndBobAreIn(1, 5, 0);

        assertThat(pass(event(Kind.MESSAGE, OTHER, 9, 0, 0, 0, null))).isEmpty();
    }

    @Test
    void a_second_socket_hears_as_well_and_is_not_asked_about() {
        aliceAndBobAreIn(1, 5, 0);
        var tablet = new Ear("tablet");

        assertThat(rooms.join(ALICE, tablet).first()).isFalse();
        assertThat(pass(message(6))).containsExactly("alice: MESSAGE 6", "bob: MESSAGE 6", "tablet: MESSAGE 6");
    }

    @Test
    void what_is_not_newer_than_what_was_passed_on_is_dropped() {
        aliceAndBobAreIn(1, 5, 2);

        assertThat(pass(message(5), message(4), change(3, 2), change(5, 1))).isEmpty();
        assertThat(pass(message(6), message(6), change(3, 3), change(3, 3)))
                .containsExactly("alice: MESSAGE 6", "bob: MESSAGE 6", "alice: CHANGE 3/3", "bob: CHANGE 3/3");
    }

    @Test
    void a_replays_membership_effects_are_dropped_with_it() {
        aliceAndBobAreIn(1, 5, 0);
        pass(message(6, "-2"));
        rooms.admit(BOB, List.of(in(ROOM, 7, 7, 0)));

        assertThat(pass(message(6, "-2"), message(7))).containsExactly("alice: MESSAGE 7", "bob: MESSAGE 7");
    }

    @Test
    void what_is_for_one_user_is_for_his_sockets_only_and_never_dropped() {
        aliceAndBobAreIn(1, 5, 0);
        LogEvent again = event(Kind.MESSAGE, ROOM, 3, 0, 0, 2, null);
        LogEvent nack = event(Kind.NACK, OTHER, 0, 0, 0, 2, null);
        LogEvent elsewhere = event(Kind.NACK, OTHER, 0, 0, 0, 9, null);

        assertThat(pass(again, again, nack, elsewhere))
                .containsExactly("bob: MESSAGE 3", "bob: MESSAGE 3", "bob: NACK 0");
    }

    @Test
    void the_actor_hears_what_he_did_in_no_room() {
        aliceAndBobAreIn(1, 5, 0);

        assertThat(pass(event(Kind.MESSAGE, OTHER, 1, 0, 2, 0, null))).containsExactly("bob: MESSAGE 1");
    }

    @Test
    void the_actor_in_the_room_hears_it_once() {
        aliceAndBobAreIn(1, 5, 0);

        assertThat(pass(event(Kind.MESSAGE, ROOM, 6, 0, 2, 0, null)))
                .containsExactly("alice: MESSAGE 6", "bob: MESSAGE 6");
    }

    @Test
    void who_joins_hears_the_record_that_says_so_and_who_leaves_does_too() {
        aliceAndBobAreIn(1, 5, 0);
        rooms.join(CAROL, carol);
        rooms.admit(CAROL, List.of());

        assertThat(pass(message(6, "+3,-2"), message(7)))
                .containsExactly(
                        "alice: MESSAGE 6",
                        "bob: MESSAGE 6",
                        "carol: MESSAGE 6",
                        "alice: MESSAGE 7",
                        "carol: MESSAGE 7");
        assertThat(asked).isEmpty();
    }

    @Test
    void who_joins_without_a_line_hears_from_the_next_message_on() {
        aliceAndBobAreIn(1, 5, 0);
        rooms.join(CAROL, carol);
        rooms.admit(CAROL, List.of());

        assertThat(pass(event(Kind.MEMBERS, ROOM, 0, 0, 0, 0, "+3")))
                .containsExactly("alice: MEMBERS 0", "bob: MEMBERS 0", "carol: MEMBERS 0");
        assertThat(pass(change(5, 1), message(6)))
                .containsExactly(
                        "alice: CHANGE 5/1",
                        "bob: CHANGE 5/1",
                        "alice: MESSAGE 6",
                        "bob: MESSAGE 6",
                        "carol: MESSAGE 6");
    }

    @Test
    void when_all_leave_the_room_is_gone() {
        aliceAndBobAreIn(1, 5, 0);

        assertThat(pass(message(6, "-*"), message(7))).containsExactly("alice: MESSAGE 6", "bob: MESSAGE 6");
        assertThat(rooms.size()).isZero();
    }

    @Test
    void nothing_below_his_interval_is_pushed_to_a_member() {
        aliceAndBobAreIn(5, 5, 0);

        assertThat(pass(change(4, 1))).containsExactly("alice: CHANGE 4/1");
        assertThat(said(rooms.heads()))
                .containsExactly("bob: {\"t\":\"head\",\"conversationId\":\"70\",\"seq\":5,\"changeSeq\":1}");
        assertThat(pass(change(5, 2))).containsExactly("alice: CHANGE 5/2", "bob: CHANGE 5/2");
        assertThat(rooms.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "132", "213", "231", "312", "321"})
    void everybody_hears_from_where_he_belongs_whoever_came_first(String order) {
        Runnable[] come = {() -> comes(ALICE, alice, 1), () -> comes(BOB, bob, 5), () -> comes(CAROL, carol, 9)};
        order.chars().forEach(digit -> come[digit - '1'].run());

        assertThat(pass(change(4, 1), change(5, 2), change(8, 3), change(9, 4)))
                .containsExactly(
                        "alice: CHANGE 4/1",
                        "alice: CHANGE 5/2",
                        "bob: CHANGE 5/2",
                        "alice: CHANGE 8/3",
                        "bob: CHANGE 8/3",
                        "alice: CHANGE 9/4",
                        "bob: CHANGE 9/4",
                        "carol: CHANGE 9/4");
        rooms.leave(ALICE, alice);
        assertThat(pass(change(5, 5), change(9, 6)))
                .containsExactly("bob: CHANGE 5/5", "bob: CHANGE 9/6", "carol: CHANGE 9/6");
        rooms.leave(CAROL, carol);
        assertThat(pass(change(4, 7), change(5, 8))).containsExactly("bob: CHANGE 5/8");
    }

    @Test
    void many_changes_outside_his_interval_are_one_head() {
        aliceAndBobAreIn(5, 5, 0);
        pass(change(1, 1), change(2, 2), change(3, 3), change(4, 4));

        assertThat(said(rooms.heads()))
                .containsExactly("bob: {\"t\":\"head\",\"conversationId\":\"70\",\"seq\":5,\"changeSeq\":4}");
    }

    @Test
    void members_and_conversation_pass_with_the_message_that_tells_of_them() {
        aliceAndBobAreIn(1, 5, 0);
        LogEvent members = event(Kind.MEMBERS, ROOM, 6, 0, 0, 0, null);
        LogEvent conversation = event(Kind.CONVERSATION, ROOM, 0, 0, 0, 0, null);

        assertThat(pass(message(6), members, conversation))
                .containsExactly(
                        "alice: MESSAGE 6",
                        "bob: MESSAGE 6",
                        "alice: MEMBERS 6",
                        "bob: MEMBERS 6",
                        "alice: CONVERSATION 0",
                        "bob: CONVERSATION 0");
        assertThat(pass(event(Kind.MEMBERS, ROOM, 5, 0, 0, 0, "-1"))).isEmpty();
    }

    @Test
    void who_is_named_to_a_room_that_is_not_here_is_asked_about_and_told_the_head() {
        aliceAndBobAreIn(1, 5, 0);

        assertThat(pass(event(Kind.MESSAGE, OTHER, 1, 0, 9, 0, "+9,+2"))).isEmpty();
        assertThat(asked).containsExactly(BOB);
        assertThat(pass(event(Kind.MESSAGE, OTHER, 2, 0, 9, 0, null))).isEmpty();

        assertThat(rooms.admit(BOB, List.of(in(ROOM, 1, 5, 0), in(OTHER, 1, 1, 0))))
                .isFalse();
        assertThat(said(rooms.heads()))
                .containsExactly("bob: {\"t\":\"head\",\"conversationId\":\"71\",\"seq\":2,\"changeSeq\":0}");
        assertThat(pass(event(Kind.MESSAGE, OTHER, 3, 0, 9, 0, null))).containsExactly("bob: MESSAGE 3");
    }

    @Test
    void an_old_naming_of_one_who_has_left_since_leads_nowhere() {
        aliceAndBobAreIn(1, 5, 0);
        pass(event(Kind.MESSAGE, OTHER, 1, 0, 9, 0, "+2"));

        assertThat(rooms.admit(BOB, List.of(in(ROOM, 1, 5, 0)))).isFalse();
        assertThat(rooms.size()).isEqualTo(1);
        assertThat(rooms.heads()).isEmpty();
    }
}
