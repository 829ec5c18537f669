package im.sparrow.social.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.contracts.account.AccountRecord.Status;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.social.Person;
import im.sparrow.social.Person.Group;
import im.sparrow.social.SmallBounds;
import im.sparrow.social.SocialTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SocialTest
class GroupTest {

    private final Person anna = Person.newcomer();
    private final Person ben = Person.newcomer();
    private final Person carl = Person.newcomer();

    @Test
    void a_group_is_seen_by_its_members_and_by_nobody_else() {
        Group group = anna.makesGroup("Tea", ben);

        anna.gets("/groups/" + group.id())
                .body("name", equalTo("Tea"), "role", equalTo("owner"), "memberCount", equalTo(2))
                .body("ownerId", equalTo(anna.id().toString()), "conversationId", equalTo(group.conversationId()));
        ben.gets("/groups").body("items", hasSize(1), "items[0].role", equalTo("member"), "next", nullValue());
        String notMine =
                carl.gets("/groups/" + group.id()).statusCode(404).extract().asString();
        String missing = carl.gets("/groups/123").statusCode(404).extract().asString();
        assertThat(notMine).isEqualTo(missing);
        carl.gets("/groups/" + group.id() + "/members").statusCode(404);
        carl.adds(group, ben).statusCode(404);
        carl.removes(group, ben).statusCode(404);
    }

    @Test
    void a_maker_who_names_himself_or_somebody_twice_has_them_once() {
        Group group = anna.makesGroup("Tea", ben, anna, ben);

        anna.gets("/groups/" + group.id() + "/members")
                .body("items.userId", contains(Person.ids(anna, ben).toArray()))
                .body("items.role", contains("owner", "member"), "items[1].user.nickname", notNullValue());
    }

    @Test
    void members_are_listed_in_pages() {
        Group group = anna.makesGroup("Tea", ben, carl);

        String next = carl.gets("/groups/" + group.id() + "/members?limit=2")
                .body("items.userId", contains(Person.ids(anna, ben).toArray()))
                .extract()
                .path("next");

        carl.gets("/groups/" + group.id() + "/members?limit=2&cursor=" + next)
                .body("items.userId", contains(carl.id().toString()), "next", nullValue());
    }

    @Test
    void whoever_cannot_be_added_is_named() {
        Person deleted = Person.known("left" + anna.id(), Status.DELETED);

        anna.posts("/groups", Map.of("name", "Tea", "memberIds", List.of(ben.id(), "77", deleted.id())))
                .statusCode(422)
                .body("errors.pointer", contains("/memberIds/1", "/memberIds/2"));
    }

    @ParameterizedTest
    @CsvSource({"'', /name", "'   ', /name", "65, /name"})
    void a_groups_name_has_one_to_sixty_four_characters(String name, String pointer) {
        String tried = name.equals("65") ? "x".repeat(65) : name;

        anna.posts("/groups", Map.of("name", tried, "memberIds", List.of()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void a_muted_account_names_no_group() {
        anna.with("login", "profile", "contact")
                .posts("/groups", Map.of("name", "Tea", "memberIds", List.of()))
                .statusCode(403)
                .body("code", equalTo("right_missing"));
    }

    @Test
    void a_plain_member_adds_his_friends_only_and_the_owner_anybody() {
        Person friend = Person.newcomer();
        ben.befriends(friend);
        Group group = anna.makesGroup("Tea", ben);

        ben.adds(group, friend, carl).statusCode(403).body("code", equalTo("not_friends"));
        ben.adds(group, friend)
                .statusCode(200)
                .body("items.userId", contains(friend.id().toString()));
        anna.adds(group, carl, friend)
                .statusCode(200)
                .body("items.userId", contains(carl.id().toString()));

        anna.gets("/groups/" + group.id()).body("memberCount", equalTo(4));
    }

    /** The matrix of who removes whom, by hand. */
    @ParameterizedTest
    @CsvSource({
        "OWNER,  OWNER,  false", "OWNER,  ADMIN,  true", "OWNER,  MEMBER, true",
        "ADMIN,  OWNER,  false", "ADMIN,  ADMIN,  false", "ADMIN,  MEMBER, true",
        "MEMBER, OWNER,  false", "MEMBER, ADMIN,  false", "MEMBER, MEMBER, false"
    })
    void who_removes_whom(MemberRole actor, MemberRole other, boolean may) {
        assertThat(GroupMembers.mayRemove(actor, other)).isEqualTo(may);
    }

    @Test
    void the_owner_removes_a_member_and_a_member_removes_nobody() {
        Group group = anna.makesGroup("Tea", ben, carl);

        ben.removes(group, carl).statusCode(403).body("code", equalTo("right_missing"));
        ben.removes(group, anna).statusCode(403);
        anna.removes(group, ben).statusCode(204);

        ben.gets("/groups").body("items", hasSize(0));
        ben.gets("/groups/" + group.id()).statusCode(404);
        anna.removes(group, ben).statusCode(404);
        carl.gets("/groups/" + group.id()).body("memberCount", equalTo(2));
    }

    @Test
    void an_owner_who_leaves_passes_the_group_to_who_has_been_in_it_longest() {
        Group group = anna.makesGroup("Tea", carl);
        anna.adds(group, ben).statusCode(200);

        anna.removes(group, anna).statusCode(204);

        carl.gets("/groups/" + group.id()).body("ownerId", equalTo(carl.id().toString()), "role", equalTo("owner"));
        ben.gets("/groups/" + group.id()).body("role", equalTo("member"), "memberCount", equalTo(2));
    }

    @Test
    void when_the_last_member_leaves_the_group_is_dissolved() {
        Group group = anna.makesGroup("Tea");

        anna.removes(group, anna).statusCode(204);

        anna.gets("/groups/" + group.id()).statusCode(404);
        anna.removes(group, anna).statusCode(404);
    }

    @Test
    void who_comes_back_is_a_plain_member_again() {
        Group group = anna.makesGroup("Tea", ben);
        ben.removes(group, ben).statusCode(204);

        anna.adds(group, ben).statusCode(200);

        ben.gets("/groups/" + group.id()).body("role", equalTo("member"), "memberCount", equalTo(2));
    }

    @Test
    void my_groups_are_listed_in_pages_and_their_number_is_bounded() {
        List<String> made = IntStream.range(0, SmallBounds.GROUPS)
                .mapToObj(i -> anna.makesGroup("G" + i).id())
                .toList();

        String next = anna.gets("/groups?limit=10")
                .body("items.id", contains(made.subList(0, 10).toArray()))
                .extract()
                .path("next");
        anna.gets("/groups?limit=10&cursor=" + next)
                .body("items.id", contains(made.subList(10, 12).toArray()));

        anna.posts("/groups", Map.of("name", "One more", "memberIds", List.of()))
                .statusCode(413)
                .body("code", equalTo("too_large"));
        ben.posts("/groups", Map.of("name", "With her", "memberIds", List.of(anna.id())))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/memberIds/0"));
    }

    @Test
    void a_group_takes_five_hundred_at_once_and_no_more_than_its_bound() {
        List<Person> many = Person.newcomers(501);
        anna.posts("/groups", Map.of("name", "All", "memberIds", Person.ids(Person.all(many))))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/memberIds"));

        Group group = anna.makesGroup("All", Person.all(many.subList(0, 500)));
        anna.adds(group, Person.all(Person.newcomers(SmallBounds.MEMBERS - 500)))
                .statusCode(413)
                .body("code", equalTo("too_large"));
        anna.adds(group, Person.all(Person.newcomers(SmallBounds.MEMBERS - 501)))
                .statusCode(200);

        anna.gets("/groups/" + group.id()).body("memberCount", equalTo(SmallBounds.MEMBERS));
    }
}
