package im.sparrow.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TripsTest {

    private final List<List<Integer>> trips = new CopyOnWriteArrayList<>();
    private final CountDownLatch road = new CountDownLatch(1);

    @Test
    void who_comes_alone_goes_alone_and_who_comes_meanwhile_goes_together() {
        var two = new Trips<Integer, String>(2, 4, question -> 1, this::slowly);

        var answers = askAll(two, 1, 2, 3, 4, 5, 6, 7);
        road.countDown();

        for (int i = 0; i < 7; i++) {
            assertThat(answers.get(i).join()).isEqualTo("answer " + (i + 1));
        }
        assertThat(trips).hasSize(4);
        assertThat(trips).containsExactlyInAnyOrder(List.of(1), List.of(2), List.of(3, 4, 5, 6), List.of(7));
    }

    @Test
    void a_trip_is_bounded_by_weight_and_one_that_is_too_heavy_goes_alone() {
        var one = new Trips<Integer, String>(1, 10, question -> question, this::slowly);

        var answers = askAll(one, 1, 6, 4, 1, 20, 2);
        road.countDown();
        answers.forEach(CompletableFuture::join);

        assertThat(trips).containsExactly(List.of(1), List.of(6, 4), List.of(1), List.of(20), List.of(2));
    }

    @Test
    void a_trip_without_an_answer_is_told_to_all_aboard_and_the_next_one_goes() {
        var trips = new Trips<Integer, String>(1, 8, question -> 1, some -> {
            if (some.contains(13)) {
                throw new Refused(Problem.UNAVAILABLE, "away");
            }
            return some.stream().map(String::valueOf).toList();
        });

        assertThatThrownBy(() -> trips.ask(13)).isInstanceOf(Refused.class);
        assertThat(trips.ask(14)).isEqualTo("14");
    }

    @Test
    void an_answer_that_is_too_cutleaves_nobody_waiting() {
        var cut = new Trips<Integer, String>(1, 8, question -> 1, some -> List.of());

        assertThatThrownBy(() -> cut.ask(1)).hasRootCauseInstanceOf(IndexOutOfBoundsException.class);
    }

    private List<String> slowly(List<Integer> questions) {
        trips.add(questions);
        try {
            road.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return questions.stream().map(question -> "answer " + question).toList();
    }

    /** Asks one after the other, each on a thread of its own, in this order. */
    private List<CompletableFuture<String>> askAll(Trips<Integer, String> trips, int... questions) {
        var answers = new ArrayList<CompletableFuture<String>>();
        IntStream.of(questions).forEach(question -> {
            int before = trips.waiting() + this.trips.size();
            var answer = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> answer.complete(trips.ask(question)));
            answers.add(answer);
            await().until(() -> trips.waiting() + this.trips.size() > before);
        });
        return answers;
    }
}
