package im.sparrow.auth.standing;

import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.impose;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an administrator does concerns many, and each of them at once. */
@AuthTest
class ManyAtOnceTest {

    private static final int BANNED = 100;
    private static final int HOLDERS = 10_000;
    /** A bound on a hang; how soon it is, is measured over the whole suite and printed here. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    @Test
    void of_a_hundred_banned_people_each_is_out() {
        var admin = admin();
        List<Person> people =
                IntStream.range(0, BANNED).mapToObj(each -> registered()).toList();

        List<Duration> waits = people.stream().map(one -> banned(admin, one)).toList();

        var slowest = waits.stream().max(Duration::compareTo).orElseThrow();
        System.out.printf("auth: bans=%d slowest=%d ms%n", waits.size(), slowest.toMillis());
        people.forEach(one -> refresh(one.refreshToken()).statusCode(403));
    }

    /** How long after the answer the token was still good. */
    private static Duration banned(Person admin, Person one) {
        impose(admin, one.id(), "ban", "spam", null).statusCode(201);
        long from = System.nanoTime();
        await().atMost(HANGS)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> one.asks().get("/api/v1/users/me").statusCode() == 401);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    @Test
    void an_edit_of_a_role_that_ten_thousand_have_is_one_sentence() throws SQLException {
        var admin = admin();
        String role = admin.asks()
                .body(Map.of("name", freshName(), "grants", List.of("login", "speak"), "takes", List.of()))
                .post("/api/v1/admin/roles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        give(role);
        var holder = registered();
        setRoles(admin, holder.id(), Set.of("2", role)).statusCode(200);
        var fresh = refresh(holder.refreshToken()).statusCode(200).extract().<String>path("accessToken");
        long before = said();

        long from = System.nanoTime();
        admin.asks()
                .body(Map.of("name", freshName(), "grants", List.of("login"), "takes", List.of(), "version", 1))
                .put("/api/v1/admin/roles/" + role)
                .then()
                .statusCode(200);
        long answered = (System.nanoTime() - from) / 1_000_000;
        var person = new Person(holder.id(), holder.username(), holder.sessionId(), fresh, holder.refreshToken());
        await().atMost(HANGS)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> person.asks().get("/api/v1/users/me").statusCode() == 401);

        long stale = (System.nanoTime() - from) / 1_000_000;
        System.out.printf("auth: holders=%d answered=%d ms stale=%d ms%n", HOLDERS, answered, stale);
        assertThat(said() - before).isEqualTo(1);
    }

    /** Ten thousand accounts that have a role, as many statements as it takes. */
    private static void give(String role) throws SQLException {
        long first = 1_000_000_000L + Long.parseLong(role) % 1_000_000_000L * 100_000;
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var account =
                        connection.prepareStatement("INSERT INTO account (id, username, skeleton, nickname, status,"
                                + " findable, ver, version, sessions_version, created_at)"
                                + " VALUES (?, ?, ?, 'many', 'ACTIVE', TRUE, 1, 1, 0, UTC_TIMESTAMP(6))");
                var holder = connection.prepareStatement(
                        "INSERT INTO account_role (account_id, role_id) VALUES (?, " + role + ")")) {
            for (long id = first; id < first + HOLDERS; id++) {
                account.setLong(1, id);
                account.setString(2, "many." + id);
                account.setString(3, "many." + id);
                account.addBatch();
                holder.setLong(1, id);
                holder.addBatch();
            }
            account.executeBatch();
            holder.executeBatch();
        }
    }

    private static long said() throws SQLException {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var rows = connection
                        .prepareStatement("SELECT COUNT(*) FROM outbox WHERE topic = 'im.revocation.v1'")
                        .executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
