package im.sparrow.social.friend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.social.Person;
import im.sparrow.social.SocialTest;
import im.sparrow.social.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

@SocialTest
class FriendTest {

    private final Person anna = Person.newcomer();
    private final Person ben = Person.newcomer();

    @Test
    void a_friend_is_shown_with_profile_and_conversation() {
        String conversation = anna.befriends(ben);

        ben.gets("/friends")
                .body("items", hasSize(1), "next", nullValue())
                .body(
                        "items[0].userId",
                        equalTo(anna.id().toString()),
                        "items[0].conversationId",
                        equalTo(conversation))
                .body("items[0].since", notNullValue(), "items[0].gone", nullValue())
                .body("items[0].user.nickname", notNullValue());
    }

    @Test
    void friends_are_listed_in_pages_by_id_with_smaller_and_larger_ids() {
        List<Person> older = Person.newcomers(2);
        Person middle = Person.newcomer();
        List<Person> younger = Person.newcomers(2);
        older.forEach(middle::befriends);
        younger.forEach(middle::befriends);

        String next = middle.gets("/friends?limit=3")
                .body(
                        "items.userId",
                        contains(Person.ids(older.get(0), older.get(1), younger.get(0))
                                .toArray()))
                .extract()
                .path("next");

        middle.gets("/friends?limit=3&cursor=" + next)
                .body("items.userId", contains(younger.get(1).id().toString()), "next", nullValue());
    }

    @Test
    void after_the_end_neither_may_send_and_both_may_still_read() {
        String conversation = anna.befriends(ben);
        try (var told = new Told()) {
            anna.deletes("/friends/" + ben.id()).statusCode(204);

            var end = (ApplyMembers) told.log(conversation, 1).getFirst();

            assertThat(end.cause()).isEqualTo(Cause.SILENT);
            assertThat(end.members()).allSatisfy(member -> {
                assertThat(member.canSend()).isFalse();
                assertThat(member.reason()).isEqualTo("not_friends");
                assertThat(member.gone()).isFalse();
                assertThat(member.version()).isEqualTo(3);
            });
        }
        anna.gets("/friends").body("items", hasSize(0));
        ben.gets("/friends").body("items", hasSize(0));
        ben.deletes("/friends/" + anna.id()).statusCode(404);
    }

    @Test
    void friends_again_go_on_in_the_old_conversation() {
        try (var told = new Told()) {
            String conversation = anna.befriends(ben);
            anna.deletes("/friends/" + ben.id()).statusCode(204);

            assertThat(ben.befriends(anna)).isEqualTo(conversation);

            List<Command> log = told.log(conversation, 4);
            assertThat(Told.versions(log)).containsExactly(1L, 2L, 3L, 4L);
            assertThat(((ApplyMembers) log.getLast()).members())
                    .extracting(MemberChange::canSend)
                    .containsExactly(true, true);
            assertThat(((ApplyMembers) log.getLast()).cause()).isEqualTo(Cause.FRIENDS_NOW);
        }
    }

    @Test
    void nobody_ends_what_is_not_there() {
        anna.deletes("/friends/" + ben.id()).statusCode(404).body("code", equalTo("not_found"));
        anna.deletes("/friends/" + anna.id()).statusCode(404);
        anna.deletes("/friends/123").statusCode(404);
        anna.deletes("/friends/nobody").statusCode(404);
    }

    @Test
    void both_sides_are_hinted_of_beginning_and_end() {
        try (var told = new Told()) {
            anna.befriends(ben);
            anna.deletes("/friends/" + ben.id()).statusCode(204);

            // By hand: the request made; the request decided and the friendship begun; the friendship over.
            var expected = List.of("requests:1", "requests:2", "friends:3", "friends:4");
            assertThat(told.hints(anna, 4)).isEqualTo(expected);
            assertThat(told.hints(ben, 4)).isEqualTo(expected);
        }
    }
}
