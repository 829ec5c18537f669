package im.sparrow.message.log;

import static im.sparrow.message.log.Scene.ALICE;
import static im.sparrow.message.log.Scene.BOB;
import static im.sparrow.message.log.Scene.START;
import static im.sparrow.message.log.Scene.answered;
import static im.sparrow.message.log.Scene.author;
import static im.sparrow.message.log.Scene.refused;
import static im.sparrow.message.log.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    private static final Instant LATER = START.plus(Duration.ofHours(2));

    private final Scene scene = Scene.group(ALICE, BOB);

    /** What is done to Bob or the group before he speaks, what he hears, whether it is final, and until when. */
    static Stream<Arguments> reasons() {
        return Stream.of(
                reason("removed", s -> s.applies(s.leaves(BOB)), Problem.NOT_MEMBER, null),
                reason("muted", s -> s.applies(s.members(Cause.SILENT, muted(LATER))), Problem.MUTED_MEMBER, LATER),
                reason(
                        "muted group",
                        s -> s.applies(s.describe(ConversationState.OPEN, LATER, Cause.SILENT)),
                        Problem.MUTED_GROUP,
                        LATER),
                reason("blocked", s -> s.applies(s.members(Cause.SILENT, cut("blocked"))), Problem.BLOCKED, null),
                reason(
                        "unfriended",
                        s -> s.applies(s.members(Cause.SILENT, cut("not_friends"))),
                        Problem.NOT_FRIENDS,
                        null),
                reason(
                        "disabled",
                        s -> s.applies(s.describe(ConversationState.DISABLED, null, Cause.SILENT)),
                        Problem.GROUP_DISABLED,
                        null),
                reason(
                        "dissolved",
                        s -> s.applies(s.describe(ConversationState.DISSOLVED, null, Cause.GROUP_DISSOLVED)),
                        Problem.NOT_MEMBER,
                        null));
    }

    private static Arguments reason(String name, Consumer<Scene> before, Problem problem, @Nullable Instant until) {
        return Arguments.of(name, before, problem, until);
    }

    private static MemberChange muted(Instant until) {
        return new MemberChange(BOB, MemberRole.MEMBER, until, true, null, false, false, 100);
    }

    private static MemberChange cut(String reason) {
        return new MemberChange(BOB, MemberRole.MEMBER, null, false, reason, false, false, 100);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void is_final_stored_and_told_the_same_when_asked_again(
            String name, Consumer<Scene> before, Problem problem, @Nullable Instant until) {
        before.accept(scene);
        var send = scene.text("hi");

        var first = scene.says(BOB, send);
        var again = scene.says(BOB, send);

        for (Decided decided : List.of(first, again)) {
            var nacked = told(decided, Announcement.Nacked.class).findFirst().orElseThrow();
            assertThat(nacked.no().problem()).isEqualTo(problem);
            assertThat(nacked.no().until()).isEqualTo(until);
            assertThat(nacked.to()).isEqualTo(BOB);
            assertThat(nacked.clientId()).isEqualTo(send.clientMsgId());
            assertThat(told(decided)).isEmpty();
        }
        assertThat(first.refusals()).hasSize(1);
        assertThat(again.refusals()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void an_outcome_from_before_answers_first(
            String name, Consumer<Scene> before, Problem problem, @Nullable Instant until) {
        var send = scene.text("said in time");
        scene.says(BOB, send);
        before.accept(scene);

        var decided = scene.says(BOB, send);

        assertThat(answered(decided)).containsExactly(2L);
        assertThat(refused(decided)).isEmpty();
    }

    @Test
    void a_refusal_stands_when_its_reason_is_gone() {
        var send = scene.text("too early");
        scene.applies(scene.members(Cause.SILENT, muted(LATER)));
        scene.says(BOB, send);
        scene.pass(Duration.ofHours(3));

        assertThat(refused(scene.says(BOB, send))).containsExactly(Problem.MUTED_MEMBER);
        assertThat(refused(scene.says(BOB, scene.text("now")))).isEmpty();
    }

    @Test
    void administrators_speak_in_a_muted_group() {
        scene.applies(scene.describe(ConversationState.OPEN, LATER, Cause.SILENT));

        assertThat(refused(scene.says(ALICE, scene.text("quiet please")))).isEmpty();
    }

    @Test
    void a_muted_account_hears_until_when_and_one_without_the_right_which() {
        var muted = author(BOB, Set.of("login"), LATER);
        var without = author(BOB, Set.of("login"), null);

        var decided = scene.write(scene.person(muted, scene.text("a")), scene.person(without, scene.text("b")));

        assertThat(refused(decided)).containsExactly(Problem.MUTED_ACCOUNT, Problem.RIGHT_MISSING);
        assertThat(told(decided, Announcement.Nacked.class).map(n -> n.no().until()))
                .containsExactly(LATER, null);
    }

    @Test
    void a_stale_token_is_told_so_and_the_same_id_passes_with_a_fresh_one() {
        var send = scene.text("hi");
        scene.stale.add(BOB);
        var early = scene.says(BOB, send);
        scene.stale.clear();

        var late = scene.says(BOB, send);

        assertThat(refused(early)).containsExactly(Problem.TOKEN_STALE);
        assertThat(early.refusals()).isEmpty();
        assertThat(told(late)).containsExactly(2L);
    }

    @Test
    void what_was_decided_before_is_answered_under_a_stale_token_too() {
        var send = scene.text("hi");
        scene.says(BOB, send);
        scene.stale.add(BOB);

        assertThat(answered(scene.says(BOB, send))).containsExactly(2L);
    }

    @Test
    void a_command_that_waited_an_hour_is_stale_and_a_services_never() {
        Entry old = scene.person(BOB, scene.text("long ago"));
        Entry join = scene.service(scene.joins(Id.of(9)));
        scene.pass(Duration.ofHours(1).plusSeconds(1));

        var decided = scene.write(old, join);

        assertThat(refused(decided)).containsExactly(Problem.STALE_COMMAND);
        assertThat(decided.refusals()).isEmpty();
        assertThat(decided.memberships()).hasSize(1);
    }

    @Test
    void a_replay_after_an_hour_finds_its_outcome() {
        Entry send = scene.person(BOB, scene.text("hi"));
        scene.write(send);
        scene.pass(Duration.ofHours(2));

        assertThat(told(scene.write(send))).containsExactly(2L);
    }

    @Test
    void the_hundredth_refusal_in_an_hour_is_the_last_one_stored() {
        var batch = IntStream.range(0, 101)
                .mapToObj(i -> scene.person(BOB, scene.text(" ")))
                .toList();

        var decided = scene.write(batch);

        assertThat(decided.refusals()).hasSize(100);
        assertThat(refused(decided).getLast()).isEqualTo(Problem.RATE_LIMITED);
        assertThat(refused(scene.says(BOB, scene.text(" ")))).containsExactly(Problem.RATE_LIMITED);
        assertThat(refused(scene.says(ALICE, scene.text(" ")))).containsExactly(Problem.INVALID_BODY);
    }

    @Test
    void what_cannot_be_read_is_refused_for_good_under_its_id() {
        var id = UUID.randomUUID();

        var decided = scene.write(scene.poison(BOB, id, Problem.MALFORMED));

        assertThat(refused(decided)).containsExactly(Problem.MALFORMED);
        assertThat(decided.refusals()).hasSize(1);
        assertThat(refused(scene.says(BOB, scene.text(id, "now readable"))))
                .containsExactly(Problem.CLIENT_MSG_ID_REUSED);
        assertThat(refused(scene.write(scene.poison(BOB, id, Problem.MALFORMED))))
                .containsExactly(Problem.MALFORMED);
    }

    @Test
    void what_cannot_be_read_of_a_stranger_is_told_and_not_stored() {
        var decided = scene.write(scene.poison(Id.of(99), UUID.randomUUID(), Problem.MALFORMED));

        assertThat(refused(decided)).containsExactly(Problem.MALFORMED);
        assertThat(decided.refusals()).isEmpty();
    }

    @Test
    void a_person_cannot_apply_and_a_service_cannot_speak() {
        Command.Send send = scene.text("no author");

        var decided = scene.write(scene.person(ALICE, scene.joins(Id.of(9))), scene.service(send));

        assertThat(decided.dead().stream().map(Decided.Dead::reason))
                .containsExactly(Problem.RIGHT_MISSING, Problem.TOKEN_MISSING);
        assertThat(decided.announcements()).isEmpty();
    }

    private static Author author(Id user, Set<String> rights, @Nullable Instant until) {
        return new Author(user, user, 1, 1, Set.of(Id.of(2)), rights, until);
    }
}
