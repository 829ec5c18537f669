package im.sparrow.social.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.social.Person;
import im.sparrow.social.Person.Group;
import im.sparrow.social.SocialTest;
import im.sparrow.social.Told;
import im.sparrow.testing.Records;
import im.sparrow.testing.TestBroker;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a group's log is told, read from the topic. */
@SocialTest
class GroupLogTest {

    private final Person anna = Person.newcomer();
    private final Person ben = Person.newcomer();
    private final Person carl = Person.newcomer();
    private final Told told = new Told();

    @AfterEach
    void close() {
        told.close();
    }

    @Test
    void a_new_group_is_described_and_then_its_members_are_told() {
        Group group = anna.makesGroup("Tea", ben);

        List<Command> log = told.log(group.conversationId(), 2);

        assertThat(log.get(0)).isInstanceOfSatisfying(ApplyConversation.class, described -> {
            assertThat(described.kind()).isEqualTo(ConversationKind.GROUP);
            assertThat(described.title()).isEqualTo("Tea");
            assertThat(described.state()).isEqualTo(ConversationState.OPEN);
            assertThat(described.actor()).isEqualTo(anna.id());
        });
        assertThat(log.get(1)).isInstanceOfSatisfying(ApplyMembers.class, members -> {
            assertThat(members.cause()).isEqualTo(Cause.GROUP_CREATED);
            assertThat(members.members()).extracting(MemberChange::userId).containsExactly(anna.id(), ben.id());
            assertThat(members.members())
                    .extracting(MemberChange::role)
                    .containsExactly(MemberRole.OWNER, MemberRole.MEMBER);
            assertThat(members.members()).allMatch(MemberChange::canSend).noneMatch(MemberChange::gone);
        });
    }

    @Test
    void a_command_lies_in_its_conversations_partition_under_the_outbox_rows_id() {
        Group group = anna.makesGroup("Tea", ben);

        var records = told.records(group.conversationId(), 2);

        assertThat(records)
                .allSatisfy(record -> assertThat(record.partition())
                        .isEqualTo(Topics.partition(group.conversationId(), TestBroker.PARTITIONS)));
        assertThat(records)
                .extracting(record -> Records.header(record, Headers.CLIENT_ID).orElse(""))
                .containsExactlyElementsOf(told.log(group.conversationId(), 2).stream()
                        .map(command -> command.clientId().toString())
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(Records.header(record, Headers.USER)).isEmpty());
    }

    @Test
    void five_hundred_members_and_their_maker_come_in_two_commands() {
        Group group = anna.makesGroup("All", Person.all(Person.newcomers(500)));

        List<Command> log = told.log(group.conversationId(), 3);

        assertThat(log)
                .element(1)
                .isInstanceOfSatisfying(
                        ApplyMembers.class,
                        first -> assertThat(first.members())
                                .hasSize(500)
                                .first()
                                .extracting(MemberChange::userId)
                                .isEqualTo(anna.id()));
        assertThat(log).element(2).isInstanceOfSatisfying(ApplyMembers.class, second -> {
            assertThat(second.members()).hasSize(1);
            assertThat(second.cause()).isEqualTo(Cause.MEMBERS_ADDED);
        });
        assertThat(Told.versions(log)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void versions_grow_by_one_over_coming_leaving_and_coming_back() {
        Group group = anna.makesGroup("Tea", ben);
        anna.adds(group, carl).statusCode(200);
        ben.removes(group, ben).statusCode(204);
        anna.removes(group, carl).statusCode(204);
        anna.adds(group, ben, carl).statusCode(200);

        List<Command> log = told.log(group.conversationId(), 6);

        assertThat(Told.versions(log)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(log.subList(1, 6))
                .extracting(command -> ((ApplyMembers) command).cause())
                .containsExactly(
                        Cause.GROUP_CREATED,
                        Cause.MEMBERS_ADDED,
                        Cause.MEMBERS_LEFT,
                        Cause.MEMBERS_REMOVED,
                        Cause.MEMBERS_ADDED);
        assertThat(((ApplyMembers) log.get(3)).members())
                .singleElement()
                .satisfies(left -> assertThat(left.gone()).isTrue());
        assertThat(((ApplyMembers) log.get(5)).members())
                .extracting(MemberChange::userId, MemberChange::gone)
                .containsExactlyInAnyOrder(tuple(ben.id(), false), tuple(carl.id(), false));
    }

    @Test
    void adding_who_is_there_tells_nobody_anything() {
        Group group = anna.makesGroup("Tea", ben);

        anna.adds(group, ben).statusCode(200);

        assertThat(told.allTo(group.conversationId())).hasSize(2);
    }

    @Test
    void the_heir_is_told_after_the_owner_who_left() {
        Group group = anna.makesGroup("Tea", ben);

        anna.removes(group, anna).statusCode(204);

        List<Command> log = told.log(group.conversationId(), 4);
        assertThat(((ApplyMembers) log.get(2)).cause()).isEqualTo(Cause.MEMBERS_LEFT);
        assertThat(((ApplyMembers) log.get(3)).cause()).isEqualTo(Cause.SILENT);
        assertThat(((ApplyMembers) log.get(3)).members())
                .singleElement()
                .satisfies(heir -> assertThat(heir.role()).isEqualTo(MemberRole.OWNER));
    }

    @Test
    void a_group_without_members_is_told_to_be_dissolved() {
        Group group = anna.makesGroup("Tea");

        anna.removes(group, anna).statusCode(204);

        assertThat(told.log(group.conversationId(), 4).getLast())
                .isInstanceOfSatisfying(ApplyConversation.class, described -> {
                    assertThat(described.state()).isEqualTo(ConversationState.DISSOLVED);
                    assertThat(described.cause()).isEqualTo(Cause.GROUP_DISSOLVED);
                    assertThat(described.version()).isEqualTo(4);
                });
    }
}
