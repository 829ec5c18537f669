package im.sparrow.auth.session;

import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.person;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import im.sparrow.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@AuthTest
class RefreshTest {

    @Test
    void each_refresh_gives_the_next_token_for_the_same_session() {
        var alice = registered();
        var second = refreshed(alice);
        var third = refreshed(second);

        assertThat(List.of(second.sessionId(), third.sessionId())).containsOnly(alice.sessionId());
        assertThat(Set.of(alice.refreshToken(), second.refreshToken(), third.refreshToken()))
                .hasSize(3);
        third.asks().get("/api/v1/users/me").then().statusCode(200);
    }

    @Test
    void twenty_at_once_get_the_same_successor() throws Exception {
        var alice = registered();
        Callable<String> again = () -> refreshed(alice).refreshToken();

        try (var threads = Executors.newFixedThreadPool(20)) {
            Set<String> successors = threads
                    .invokeAll(IntStream.range(0, 20).mapToObj(i -> again).toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());

            assertThat(successors).hasSize(1);
            refresh(successors.iterator().next()).statusCode(200);
        }
    }

    @Test
    void a_used_token_that_comes_later_ends_the_session_and_says_so() throws SQLException {
        try (var revocations = Records.fromNow(Topics.REVOCATION)) {
            var alice = registered();
            var second = refreshed(alice);
            makeOlder(alice, 21);

            refresh(alice.refreshToken()).statusCode(401).body("code", equalTo("token_invalid"));

            refresh(second.refreshToken()).statusCode(401).body("code", equalTo("token_invalid"));
            assertThat(revocations.await(alice.sessionId(), 1).getFirst().value())
                    .contains("\"type\":\"session\"")
                    .contains("\"userId\":\"" + alice.id() + "\"");
        }
    }

    @Test
    void a_used_token_that_comes_within_the_grace_ends_nothing() throws SQLException {
        var alice = registered();
        var second = refreshed(alice);
        makeOlder(alice, 15);

        assertThat(refreshed(alice).refreshToken()).isEqualTo(second.refreshToken());
        refresh(second.refreshToken()).statusCode(200);
    }

    @Test
    void an_idle_session_is_over() throws SQLException {
        var alice = registered();
        update("UPDATE session SET idle_until = '2020-01-01' WHERE id = " + alice.sessionId());

        refresh(alice.refreshToken()).statusCode(401).body("code", equalTo("token_invalid"));
    }

    @Test
    void a_made_up_token_is_refused() {
        refresh("x").statusCode(401).body("code", equalTo("token_invalid"));
        refresh("A".repeat(59)).statusCode(401).body("code", equalTo("token_invalid"));
        refresh(registered().accessToken()).statusCode(401).body("code", equalTo("token_invalid"));
        post("/api/v1/auth/refresh", Map.of()).statusCode(401).body("code", equalTo("token_missing"));
    }

    @Test
    void who_is_banned_is_refused_and_comes_back_with_the_same_token() {
        var admin = admin();
        var bob = registered();
        setRoles(admin, bob.id(), Set.of("4")).statusCode(200);
        refresh(bob.refreshToken()).statusCode(403).body("code", equalTo("right_missing"));
        setRoles(admin, bob.id(), Set.of("2")).statusCode(200);

        refresh(bob.refreshToken()).statusCode(200);
    }

    @Test
    void logging_out_ends_the_session() {
        var alice = registered();
        post("/api/v1/auth/logout", Map.of("refreshToken", alice.refreshToken()))
                .statusCode(204);

        refresh(alice.refreshToken()).statusCode(401).body("code", equalTo("token_invalid"));
    }

    private static Person refreshed(Person person) {
        return person(person.username(), refresh(person.refreshToken()).statusCode(200));
    }

    private static void makeOlder(Person person, int seconds) throws SQLException {
        update("UPDATE session SET rotated_at = TIMESTAMPADD(SECOND, -" + seconds + ", rotated_at) WHERE id = "
                + person.sessionId());
    }

    private static void update(String sql) throws SQLException {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
