package im.sparrow.social.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.platform.database.Ids;
import im.sparrow.social.Person;
import im.sparrow.social.Person.Group;
import im.sparrow.social.SocialTest;
import im.sparrow.social.Told;
import im.sparrow.social.group.GroupMembers;
import im.sparrow.testing.TestDatabase;
import im.sparrow.testing.TestTokens;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The service under test has no such groups; they are tried on the same beans under another setting. */
@SocialTest
class DefaultGroupsTest {

    private static final AtomicLong COUNT = new AtomicLong();

    @Inject
    GroupMembers members;

    @Inject
    EntityManager entities;

    @Inject
    InstantSource clock;

    private final Person owner = Person.newcomer();

    private record Config(Optional<List<Long>> groups, boolean oldestGroup) implements WelcomeConfig {}

    @Test
    void who_is_new_is_a_member_and_the_log_hears_of_it() throws SQLException {
        Group tea = owner.makesGroup("Tea");
        try (var told = new Told()) {
            var anna = newcomer(Duration.ZERO);
            look(tea);

            anna.gets("/groups").body("items.id", contains(tea.id()), "items[0].role", equalTo("member"));
            owner.gets("/groups/" + tea.id()).body("memberCount", equalTo(2));
            assertThat(told.log(tea.conversationId(), 1)).satisfiesExactly(command -> {
                assertThat(command).isInstanceOf(ApplyMembers.class);
                assertThat(((ApplyMembers) command).cause()).isEqualTo(Cause.MEMBERS_JOINED);
            });
        }
    }

    @Test
    void who_has_left_is_not_brought_back() throws SQLException {
        Group tea = owner.makesGroup("Tea");
        var anna = newcomer(Duration.ZERO);
        look(tea);
        anna.removes(tea, anna).statusCode(204);

        look(tea);

        anna.gets("/groups").body("items", empty());
    }

    @Test
    void who_was_here_before_is_left_alone() throws SQLException {
        Group tea = owner.makesGroup("Tea");
        var old = newcomer(Duration.ofHours(1));

        look(tea);

        old.gets("/groups").body("items", empty());
    }

    @Test
    void a_group_that_does_not_exist_hurts_nobody() throws SQLException {
        var anna = newcomer(Duration.ZERO);

        look(new Group("9", "9"));

        anna.gets("/groups").body("items", empty());
    }

    @Test
    void the_oldest_open_group_is_the_one_for_all() throws SQLException {
        owner.makesGroup("Tea");
        var anna = newcomer(Duration.ZERO);

        defaultGroups(new Config(Optional.empty(), true)).look();

        anna.gets("/groups")
                .body(
                        "items.id",
                        contains(members.oldestOpen().map(Id::toString).orElse("none")));
    }

    private void look(Group group) {
        defaultGroups(new Config(Optional.of(List.of(Long.parseLong(group.id()))), false))
                .look();
    }

    private DefaultGroups defaultGroups(Config config) {
        return new DefaultGroups(config, members, entities, clock);
    }

    /** Somebody whose account was made some time ago, by his id. */
    private static Person newcomer(Duration ago) throws SQLException {
        long id = Ids.firstAt(Instant.now().minus(ago)).value() + COUNT.incrementAndGet();
        try (var connection = new TestDatabase("sparrow_social").connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO known_account (id, username, nickname, status, role_ids, findable, version)"
                                + " VALUES (?, ?, 'New', 'ACTIVE', '2', 1, 1)")) {
            insert.setLong(1, id);
            insert.setString(2, "new" + id);
            insert.executeUpdate();
        }
        return new Person(Id.of(id), TestTokens.user(id).sign());
    }
}
