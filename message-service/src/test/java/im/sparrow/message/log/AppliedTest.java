package im.sparrow.message.log;

import static im.sparrow.message.log.Scene.ALICE;
import static im.sparrow.message.log.Scene.BOB;
import static im.sparrow.message.log.Scene.CAROL;
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
import im.sparrow.message.command.Entry;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.Key;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AppliedTest {

    private final Scene scene = Scene.group(ALICE, BOB);

    @Test
    void the_first_line_says_that_the_group_was_made_and_everybody_sees_it() {
        assertThat(scene.message(1).said().body())
                .isEqualTo("{\"event\":\"group_created\",\"actorId\":\"1\",\"userIds\":[\"1\",\"2\"],\"count\":2,"
                        + "\"title\":\"title\"}");
        assertThat(scene.member(BOB).interval().fromSeq()).isEqualTo(1);
        assertThat(scene.unread(BOB)).isZero();
    }

    @Test
    void a_newcomer_sees_from_his_join_on_and_owes_nothing_before_it() {
        scene.says(ALICE, scene.text("before"));

        var decided = scene.applies(scene.joins(CAROL));

        assertThat(scene.member(CAROL).interval().fromSeq()).isEqualTo(3);
        assertThat(scene.member(CAROL).marks().readSeq()).isEqualTo(3);
        assertThat(scene.unread(CAROL)).isZero();
        assertThat(effect(decided)).isEqualTo("+3");
        assertThat(decided.memberships()).hasSize(1);
    }

    @Test
    void where_newcomers_see_history_it_begins_at_one_but_is_not_unread() {
        scene.says(ALICE, scene.text("before"));
        var open = new MemberChange(CAROL, MemberRole.MEMBER, null, true, null, true, false, 50);

        scene.applies(scene.members(Cause.MEMBERS_JOINED, open));

        assertThat(scene.member(CAROL).interval().fromSeq()).isEqualTo(1);
        assertThat(scene.unread(CAROL)).isZero();
    }

    @Test
    void who_leaves_sees_the_line_that_says_so_and_nothing_after_it() {
        scene.says(ALICE, scene.text("unread by bob"));
        var decided = scene.applies(scene.leaves(BOB));
        scene.says(ALICE, scene.text("not his any more"));

        assertThat(effect(decided)).isEqualTo("-2");
        assertThat(scene.member(BOB).interval().lastVisible(99)).isEqualTo(3);
        assertThat(scene.unread(BOB)).isEqualTo(1);
    }

    @Test
    void who_comes_back_has_two_intervals() {
        scene.applies(scene.leaves(BOB));
        scene.says(ALICE, scene.text("while he was away"));

        var decided = scene.applies(scene.joins(BOB));

        assertThat(decided.archived())
                .containsExactly(new Decided.Archived(new Key.Member(scene.where, BOB), new Range(1, 2)));
        assertThat(scene.member(BOB).interval().fromSeq()).isEqualTo(4);
        assertThat(scene.member(BOB).earlierIntervals()).isEqualTo(1);
        assertThat(scene.unread(BOB)).isZero();
    }

    @Test
    void what_changes_silently_takes_no_seq() {
        var decided = scene.applies(scene.members(Cause.SILENT, scene.change(BOB, MemberRole.ADMIN)));

        assertThat(scene.lastSeq()).isEqualTo(1);
        assertThat(told(decided)).isEmpty();
        assertThat(members(decided)).hasSize(1);
        assertThat(scene.member(BOB).standing().role()).isEqualTo(MemberRole.ADMIN);
    }

    @Test
    void a_silent_join_begins_with_the_next_message_and_is_told_with_its_effect() {
        var decided = scene.applies(scene.members(Cause.SILENT, scene.change(CAROL, MemberRole.MEMBER)));

        assertThat(scene.member(CAROL).interval().fromSeq()).isEqualTo(2);
        assertThat(members(decided).getFirst().effect()).isEqualTo("+3");
        scene.says(ALICE, scene.text("hello"));
        assertThat(scene.unread(CAROL)).isEqualTo(1);
    }

    @Test
    void the_newer_version_wins_whatever_comes_last() {
        var leaves = scene.leaves(BOB);
        var older = new MemberChange(BOB, MemberRole.ADMIN, null, true, null, false, false, 1);
        scene.applies(leaves);

        var decided = scene.applies(scene.members(Cause.MEMBERS_ADDED, older));

        assertThat(decided.announcements()).isEmpty();
        assertThat(decided.memberships()).isEmpty();
        assertThat(decided.ops()).hasSize(1);
        assertThat(scene.member(BOB).interval().open()).isFalse();
    }

    @Test
    void said_again_by_the_outbox_it_is_dropped() {
        var joins = scene.joins(CAROL);
        scene.applies(joins);

        var decided = scene.applies(joins);

        assertThat(decided.announcements()).isEmpty();
        assertThat(decided.ops()).isEmpty();
        assertThat(scene.lastSeq()).isEqualTo(2);
    }

    @Test
    void read_again_it_is_told_again_with_its_effect_and_number() {
        Entry join = scene.service(scene.joins(CAROL));
        scene.write(join);
        scene.applies(scene.leaves(CAROL));

        var decided = scene.write(join);

        assertThat(told(decided)).containsExactly(2L);
        assertThat(effect(decided)).isEqualTo("+3");
        assertThat(decided.memberships()).isEmpty();
        assertThat(scene.member(CAROL).interval().open()).isFalse();
    }

    @Test
    void a_replay_tells_of_members_as_they_are_now() {
        Entry join = scene.service(scene.joins(CAROL));
        scene.write(join);
        scene.applies(scene.members(Cause.SILENT, scene.change(CAROL, MemberRole.ADMIN)));

        var decided = scene.write(join);

        assertThat(members(decided).getFirst().changed().getFirst().standing().role())
                .isEqualTo(MemberRole.ADMIN);
    }

    @Test
    void members_come_in_frames_of_a_hundred_before_the_line() {
        var many = LongStream.rangeClosed(100, 349)
                .mapToObj(id -> scene.change(Id.of(id), MemberRole.MEMBER))
                .toArray(MemberChange[]::new);

        var decided = scene.applies(scene.members(Cause.MEMBERS_ADDED, many));

        assertThat(members(decided)).extracting(frame -> frame.changed().size()).containsExactly(100, 100, 50);
        assertThat(members(decided))
                .allSatisfy(frame -> assertThat(frame.effect()).isNull());
        assertThat(decided.announcements().getLast()).isInstanceOf(Announcement.Said.class);
        assertThat(scene.message(2).said().body())
                .contains("\"count\":250")
                .contains("\"119\"")
                .doesNotContain("\"120\"");
    }

    @Test
    void a_group_that_is_renamed_says_so() {
        scene.applies(scene.describe(ConversationState.OPEN, null, Cause.GROUP_RENAMED));

        assertThat(scene.message(2).said().body()).contains("group_renamed").contains("\"title\":\"title\"");
    }

    @Test
    void a_dissolved_group_ends_for_everyone_at_the_line_that_says_so() {
        var decided = scene.applies(scene.describe(ConversationState.DISSOLVED, null, Cause.GROUP_DISSOLVED));

        assertThat(effect(decided)).isEqualTo("-*");
        assertThat(decided.announcements().getFirst()).isInstanceOf(Announcement.Described.class);
        assertThat(scene.member(ALICE).interval().lastVisible(99)).isEqualTo(2);
        assertThat(scene.member(BOB).interval().lastVisible(99)).isEqualTo(2);
    }

    @Test
    void nobody_speaks_after_the_end_in_the_same_batch() {
        var decided = scene.write(
                scene.person(ALICE, scene.text("bye")),
                scene.service(scene.describe(ConversationState.DISSOLVED, null, Cause.GROUP_DISSOLVED)),
                scene.person(BOB, scene.text("too late")));

        assertThat(refused(decided)).containsExactly(Problem.NOT_MEMBER);
        assertThat(scene.lastSeq()).isEqualTo(3);
    }

    @Test
    void members_of_a_conversation_that_nobody_made_are_a_dead_letter() {
        var lost = new Command.ApplyMembers(Id.of(5), UUID.randomUUID(), null, Cause.SILENT, List.of());

        var decided = scene.write(new Entry(1, Id.of(5), scene.now, new Entry.ByService(lost)));

        assertThat(decided.dead()).extracting(Decided.Dead::reason).containsExactly(Problem.UNKNOWN_CONVERSATION);
    }

    @Test
    void a_membership_that_we_never_knew_cannot_end() {
        var decided = scene.applies(scene.leaves(CAROL));

        assertThat(decided.memberships()).isEmpty();
        assertThat(refused(scene.says(CAROL, scene.text("hi")))).containsExactly(Problem.UNKNOWN_CONVERSATION);
    }

    private static String effect(Decided decided) {
        return String.valueOf(
                told(decided, Announcement.Said.class).findFirst().orElseThrow().effect());
    }

    private static List<Announcement.MembersChanged> members(Decided decided) {
        return told(decided, Announcement.MembersChanged.class).toList();
    }
}
