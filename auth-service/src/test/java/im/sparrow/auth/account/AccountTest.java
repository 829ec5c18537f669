package im.sparrow.auth.account;

import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.person;
import static im.sparrow.auth.People.register;
import static im.sparrow.auth.People.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.auth.AuthTest;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
    void search_pages_by_the_beginning_of_the_name_and_passes_the_hidden_over() {
        String prefix = freshName();
        for (String end : List.of("a", "b", "c", "d")) {
            var one = person(prefix + end, register(prefix + end).statusCode(201));
            if (end.equals("b")) {
                one.asks()
                        .body(Map.of("findable", false))
                        .patch("/api/v1/users/me")
                        .then()
                        .statusCode(200);
            }
        }
        var asking = registered();

        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = asking.asks()
                    .queryParam("query", prefix.toUpperCase(Locale.ROOT))
                    .queryParam("limit", 2)
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.username"));
            cursor = page.getString("next");
        }

        assertThat(found).containsExactly(prefix + "a", prefix + "c", prefix + "d");
    }

    @Test
    void a_wildcard_is_only_a_character() {
        registered().asks().queryParam("query", "%").get("/api/v1/users").then().body("items", empty());
        registered()
                .asks()
                .queryParam("query", "____")
                .get("/api/v1/users")
                .then()
                .body("items", empty());
    }

    @Test
    void many_are_read_by_id_and_those_that_do_not_exist_left_out() {
        var alice = registered();
        var bob = registered();

        alice.asks()
                .queryParam("ids", alice.id() + "," + bob.id() + ",9")
                .get("/api/v1/users")
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(alice.id(), bob.id()));
    }

    @Test
    void at_most_two_hundred_are_read_by_id() {
        var alice = registered();
        String ids = LongStream.rangeClosed(1, 201).mapToObj(Long::toString).collect(Collectors.joining(","));

        alice.asks()
                .queryParam("ids", ids)
                .get("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("?ids"));
    }

    @Test
    void who_does_not_exist_is_not_found() {
        registered().asks().get("/api/v1/users/9").then().statusCode(404).body("code", equalTo("not_found"));
        registered().asks().get("/api/v1/users/abc").then().statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void a_limit_beyond_the_bound_is_refused() {
        registered()
                .asks()
                .queryParam("query", "a")
                .queryParam("limit", 201)
                .get("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("?limit"));
    }
}
