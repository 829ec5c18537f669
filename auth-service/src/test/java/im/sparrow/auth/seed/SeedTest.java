package im.sparrow.auth.seed;

import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.loggedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import im.sparrow.testing.TestDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@AuthTest
class SeedTest {

    @Inject
    Seed seed;

    @Test
    void is_thirty_four_people_each_with_a_salt_of_his_own() throws SQLException {
        var rows =
                strings("SELECT password_hash FROM account WHERE username IN ('admin', 'user', 'disabled', 'muteuser')"
                        + " OR username LIKE 'member%'");

        assertThat(rows).hasSize(34).doesNotHaveDuplicates();
    }

    @Test
    void everybody_has_his_standing() {
        loggedIn("member30", "123456")
                .asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("signature", equalTo(DemoPeople.MOTTO));
        var muted = loggedIn("muteuser", "123456").id();
        admin().asks()
                .get("/api/v1/admin/users/" + muted + "/roles")
                .then()
                .body("roleIds", contains("2", "3"))
                .body("rights", contains("contact", "login", "profile"));
    }

    @Test
    void everybody_is_announced() {
        var id = loggedIn("member7", "123456").id();
        try (var accounts = Records.fromBeginning(Topics.ACCOUNT)) {
            assertThat(accounts.await(id, 1).getFirst().value()).contains("\"username\":\"member7\"");
        }
    }

    @Test
    void what_was_removed_is_not_added_again() throws SQLException {
        long before = strings("SELECT id FROM account").size();

        assertThat(seed.once()).isFalse();

        assertThat(strings("SELECT id FROM account")).hasSize((int) before);
    }

    private static List<String> strings(String query) throws SQLException {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var rows = connection.createStatement().executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
