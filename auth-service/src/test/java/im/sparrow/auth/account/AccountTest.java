package im.sparrow.auth.account;

import static im.sparrow.auth.People.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.auth.AuthTest;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthTest
class AccountTest {

    @Test
    void a_new_account_is_announced_with_what_others_may_know() {
        try (var accounts = Records.fromNow(Topics.ACCOUNT)) {
            var alice = registered();

            assertThat(accounts.await(alice.id(), 1).getFirst().value())
                    .contains(
                            "\"username\":\"" + alice.username() + "\"",
                            "\"status\":\"ACTIVE\"",
                            "\"roleIds\":[\"2\"]",
                            "\"version\":1")
                    .doesNotContain("argon2", "password");
        }
    }

    @Test
    void a_changed_profile_is_seen_and_announced_and_ones_devices_hear_of_it() {
        try (var accounts = Records.fromNow(Topics.ACCOUNT);
                var hints = Records.fromNow(Topics.USER_EVENT)) {
            var alice = registered();
            alice.asks()
                    .body(Map.of("nickname", " 爱丽丝 ", "signature", "hi", "photo", "/avatars/3.png"))
                    .patch("/api/v1/users/me")
                    .then()
                    .statusCode(200)
                    .body("nickname", equalTo("爱丽丝"))
                    .body("version", equalTo(2));

            registered()
                    .asks()
                    .get("/api/v1/users/" + alice.id())
                    .then()
                    .statusCode(200)
                    .body("nickname", equalTo("爱丽丝"))
                    .body("signature", equalTo("hi"))
                    .body("photo", equalTo("/avatars/3.png"))
                    .body("$", not(hasKey("passwordHash")));
            assertThat(accounts.await(alice.id(), 2).getLast().value()).contains("爱丽丝", "\"version\":2");
            assertThat(hints.await(alice.id(), 1).getLast().value()).contains("\"area\":\"profile\"", "\"version\":2");
        }
    }

    @Test
    void what_a_change_does_not_name_stays_and_what_is_empty_goes() {
        var alice = registered();
        alice.asks()
                .body(Map.of("signature", "hi"))
                .patch("/api/v1/users/me")
                .then()
                .statusCode(200);
        alice.asks()
                .body(Map.of("nickname", "A"))
                .patch("/api/v1/users/me")
                .then()
                .body("signature", equalTo("hi"));

        alice.asks()
                .body(Map.of("signature", ""))
                .patch("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("signature", nullValue())
                .body("nickname", equalTo("A"));
    }

    @Test
    void a_picture_from_elsewhere_is_refused() {
        registered()
                .asks()
                .body(Map.of("photo", "https://evil.example/x.png", "nickname", ""))
                .patch("/api/v1/users/me")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/nickname", "/photo"));
    }

    @Test
    void what_is_private_is_in_no_public_profile() {
        var alice = registered();
        alice.asks()
                .body(Map.of("language", "zh-CN"))
                .patch("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("language", equalTo("zh-CN"));

        registered()
                .asks()
                .get("/api/v1/users/" + alice.id())
                .then()
                .body("keySet()", containsInAnyOrder("id", "username", "nickname"));
    }
}
