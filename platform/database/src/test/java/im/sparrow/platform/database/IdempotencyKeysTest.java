package im.sparrow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import im.sparrow.testing.DatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(Tables.class)
class IdempotencyKeysTest {

    @Inject
    IdempotencyKeys keys;

    @Inject
    Ids ids;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void a_repeat_gets_the_first_answer_and_makes_nothing() {
        Id user = ids.next();

        var first = keys.once(request(user, "k1", "tea"), Thing.class, this::make);
        var second = keys.once(request(user, "k1", "tea"), Thing.class, this::make);

        assertThat(first).isEqualTo(new Answered<>(new Thing(1), false));
        assertThat(second).isEqualTo(new Answered<>(new Thing(1), true));
        assertThat(made).hasValue(1);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        Id user = ids.next();
        keys.once(request(user, "k1", "tea"), Thing.class, this::make);

        assertRefused(
                () -> keys.once(request(user, "k1", "milk"), Thing.class, this::make), Problem.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void a_key_belongs_to_its_user_and_route() {
        keys.once(request(ids.next(), "k1", "tea"), Thing.class, this::make);
        Id user = ids.next();
        keys.once(request(user, "k1", "tea"), Thing.class, this::make);
        keys.once(new CreatingRequest(user, "POST /other", "k1", "tea"), Thing.class, this::make);

        assertThat(made).hasValue(3);
    }

    @Test
    void without_a_key_each_request_is_done() {
        Id user = ids.next();

        keys.once(request(user, null, "tea"), Thing.class, this::make);
        keys.once(request(user, null, "tea"), Thing.class, this::make);

        assertThat(made).hasValue(2);
    }

    @Test
    void while_the_first_is_at_work_a_repeat_is_told_so() throws Exception {
        Id user = ids.next();
        var atWork = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> keys.once(request(user, "k1", "tea"), Thing.class, () -> {
            atWork.countDown();
            await(goOn);
            return make();
        }));
        atWork.await();

        assertRefused(() -> keys.once(request(user, "k1", "tea"), Thing.class, this::make), Problem.IN_PROGRESS);

        goOn.countDown();
        assertThat(first.get().value()).isEqualTo(new Thing(1));
        assertThat(keys.once(request(user, "k1", "tea"), Thing.class, this::make)
                        .repeated())
                .isTrue();
    }

    @Test
    void a_refusal_is_not_kept() {
        Id user = ids.next();
        assertRefused(
                () -> keys.once(request(user, "k1", "tea"), Thing.class, () -> {
                    throw Refused.notFound();
                }),
                Problem.NOT_FOUND);

        assertThat(keys.once(request(user, "k1", "tea"), Thing.class, this::make)
                        .repeated())
                .isFalse();
    }

    @Test
    void after_a_day_the_key_is_free_and_its_row_can_go() {
        Id user = ids.next();
        keys.once(request(user, "k1", "tea"), Thing.class, this::make);
        keys.once(request(user, "k2", "tea"), Thing.class, this::make);
        var tomorrow = new IdempotencyKeys(
                database, json, InstantSource.offset(InstantSource.system(), IdempotencyKeys.KEPT.plusSeconds(1)));

        assertThat(tomorrow.once(request(user, "k1", "milk"), Thing.class, this::make)
                        .repeated())
                .isFalse();
        assertThat(tomorrow.purge()).isPositive();
        assertThat(tomorrow.once(request(user, "k1", "milk"), Thing.class, this::make)
                        .repeated())
                .isTrue();
    }

    @Test
    void a_key_that_is_too_long_is_refused() {
        assertRefused(() -> request(ids.next(), "k".repeat(65), "tea"), Problem.INVALID_BODY);
        assertRefused(() -> request(ids.next(), "with space", "tea"), Problem.INVALID_BODY);
    }

    private record Thing(int number) {}

    private Thing make() {
        return new Thing(made.incrementAndGet());
    }

    private static CreatingRequest request(Id user, @Nullable String key, String body) {
        return new CreatingRequest(user, "POST /things", key, body);
    }

    private static void assertRefused(Supplier<?> request, Problem problem) {
        assertThatThrownBy(request::get)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
