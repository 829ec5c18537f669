package im.sparrow.auth.directory;

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

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
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
class DirectoryTest {

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
