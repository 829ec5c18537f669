package im.sparrow.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import im.sparrow.social.Person.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each list costs the same few statements whatever its length; each of them is named. */
@SocialTest
class StatementCountTest {

    private final Person anna = Person.newcomer();

    @Test
    void friends_cost_three_statements() {
        Person.newcomers(20).forEach(anna::befriends);

        List<String> sent =
                Statements.during(() -> anna.gets("/friends?limit=200").body("items", hasSize(20)));

        // Those with smaller ids, those with larger ids, all their profiles.
        assertThat(tables(sent)).containsExactly("friendship", "friendship", "known_account");
    }

    @Test
    void requests_cost_two_statements() {
        Person.newcomers(20).forEach(other -> other.asksFor(anna));

        List<String> sent =
                Statements.during(() -> anna.gets("/friend-requests?limit=200").body("items", hasSize(20)));

        assertThat(tables(sent)).containsExactly("friend_request", "known_account");
    }

    @Test
    void groups_cost_two_statements_and_members_three() {
        Group group = anna.makesGroup("Tea", Person.all(Person.newcomers(20)));
        anna.makesGroup("Coffee");

        List<String> groups = Statements.during(() -> anna.gets("/groups").body("items", hasSize(2)));
        List<String> members = Statements.during(
                () -> anna.gets("/groups/" + group.id() + "/members?limit=200").body("items", hasSize(21)));

        assertThat(tables(groups)).containsExactly("group_member", "chat_group");
        // Am I one, who is, all their profiles.
        assertThat(tables(members)).containsExactly("group_member", "group_member", "known_account");
    }

    @Test
    void changes_cost_eight_statements_at_most() {
        Person.newcomers(5).forEach(anna::befriends);
        Person.newcomers(5).forEach(other -> other.asksFor(anna));
        anna.makesGroup("Tea");

        List<String> sent =
                Statements.during(() -> anna.gets("/contacts/changes").body("friends", hasSize(5)));

        // How far, what; friends and their profiles; my places, the groups; requests and their people.
        assertThat(tables(sent))
                .containsExactly(
                        "contact_state",
                        "contact_change",
                        "friendship",
                        "known_account",
                        "group_member",
                        "chat_group",
                        "friend_request",
                        "known_account");
    }

    @Test
    void adding_many_costs_as_many_statements_as_adding_one() {
        Group group = anna.makesGroup("Tea");
        Person one = Person.newcomer();
        Person[] many = Person.all(Person.newcomers(300));

        int first =
                Statements.during(() -> anna.adds(group, one).statusCode(200)).size();
        int second =
                Statements.during(() -> anna.adds(group, many).statusCode(200)).size();

        assertThat(second).isEqualTo(first).isLessThanOrEqualTo(16);
    }

    /** The table that each statement reads first. */
    private static List<String> tables(List<String> statements) {
        return statements.stream()
                .map(sql -> sql.replaceAll("(?is)^.*?\\bfrom\\s+([a-z_]+).*$", "$1"))
                .toList();
    }
}
