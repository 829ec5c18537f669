package im.sparrow.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@SocialTest
class IdempotencyTest {

    private final Person anna = Person.newcomer();
    private final Person ben = Person.newcomer();

    @Test
    void a_repeated_creation_gets_the_first_answer() {
        String first = makes("key-1", "Tea").statusCode(201).extract().asString();

        String second = makes("key-1", "Tea").statusCode(201).extract().asString();

        assertThat(second).isEqualTo(first);
        anna.gets("/groups").body("items", hasSize(1));
    }

    @Test
    void another_body_under_the_key_is_refused() {
        makes("key-1", "Tea").statusCode(201);

        makes("key-1", "Coffee").statusCode(422).body("code", equalTo("idempotency_key_reused"));
        makes("k".repeat(65), "Tea").statusCode(422).body("code", equalTo("invalid_body"));
    }

    @Test
    void a_repeated_request_is_answered_as_it_was_even_when_it_was_decided_meanwhile() {
        String id = asks("key-1").statusCode(201).extract().path("id");
        ben.posts("/friend-requests/" + id + "/accept").statusCode(200);

        asks("key-1").statusCode(201).body("id", equalTo(id), "state", equalTo("pending"));
    }

    @Test
    void twenty_repeats_at_once_make_one_group() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(people.submit(() -> makes("key-1", "Tea").extract().statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).isSubsetOf(201, 409).contains(201);
        anna.gets("/groups").body("items", hasSize(1));
    }

    private ValidatableResponse makes(String key, String name) {
        return anna.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("name", name, "memberIds", List.of()))
                .post("/api/v1/groups")
                .then();
    }

    private ValidatableResponse asks(String key) {
        return anna.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("toUserId", ben.id()))
                .post("/api/v1/friend-requests")
                .then();
    }
}
