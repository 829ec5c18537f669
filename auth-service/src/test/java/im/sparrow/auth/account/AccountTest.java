package im.sparrow.auth.account;

import static im.sparrow.auth.People.admin;
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
import im.sparrow.auth.People.Person;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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
    void search_finds_nicknames_after_user_names_and_each_once() {
        String prefix = freshName();
        var named = person(prefix, register(prefix).statusCode(201));
        List<Person> nicknamed =
                IntStream.range(0, 3).mapToObj(each -> registered()).toList();
        nicknamed.forEach(one -> rename(one, prefix.toUpperCase(Locale.ROOT) + " 小雀"));
        rename(named, prefix);

        var first = search(nicknamed.getFirst(), prefix, null);
        var second = search(nicknamed.getFirst(), prefix, first.getString("next"));

        List<String> found = new ArrayList<>(first.<String>getList("items.id"));
        found.addAll(second.getList("items.id"));
        assertThat(found)
                .containsExactly(
                        named.id(),
                        nicknamed.get(0).id(),
                        nicknamed.get(1).id(),
                        nicknamed.get(2).id());
        assertThat(second.getString("next")).isNull();
    }

    private static JsonPath search(Person asking, String query, @Nullable String cursor) {
        return asking.asks()
                .queryParam("query", query)
                .queryParam("limit", 2)
                .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                .get("/api/v1/users")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void rename(Person person, String nickname) {
        person.asks()
                .body(Map.of("nickname", nickname, "language", "zh-CN"))
                .patch("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("language", equalTo("zh-CN"));
    }

    @Test
    void administrators_find_also_who_does_not_want_to_be_found_and_nobody_else_does() {
        var hidden = registered();
        hidden.asks()
                .body(Map.of("findable", false))
                .patch("/api/v1/users/me")
                .then()
                .statusCode(200);
        hidden.asks().get("/api/v1/admin/users").then().statusCode(403);

        admin().asks()
                .queryParam("query", hidden.username())
                .get("/api/v1/admin/users")
                .then()
                .statusCode(200)
                .body("items.id", contains(hidden.id()))
                .body("items[0].roleIds", contains("2"))
                .body("items[0]", not(hasKey("passwordHash")));
        admin().asks().get("/api/v1/admin/users/" + hidden.id()).then().body("findable", equalTo(false));
    }

    @Test
    void what_is_private_is_in_no_public_profile() {
        var alice = registered();
        rename(alice, "A");

        registered()
                .asks()
                .get("/api/v1/users/" + alice.id())
                .then()
                .body("keySet()", containsInAnyOrder("id", "username", "nickname"));
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
