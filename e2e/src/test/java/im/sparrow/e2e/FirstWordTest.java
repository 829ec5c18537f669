package im.sparrow.e2e;

import static im.sparrow.e2e.person.Saying.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Problem;
import im.sparrow.e2e.person.Chat;
import im.sparrow.e2e.person.Device;
import im.sparrow.e2e.person.Frame;
import im.sparrow.e2e.person.Person;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever has just been told that there is a conversation may speak in it at once, over a socket that was open before:
 * 150 accepted friends and 150 new groups; {@code -Dsparrow.e2e.firstWords=500} asks for more.
 */
@ExtendWith(WholeSuite.class)
@Order(3)
class FirstWordTest {

    private static final int EACH = Integer.getInteger("sparrow.e2e.firstWords", 150);

    /** So many that there are enough pairs of them: 18 people are 153 pairs. */
    private static final int PEOPLE = (int) Math.ceil((1 + Math.sqrt(1 + 8.0 * EACH)) / 2);

    private static final int AT_ONCE = 4;

    private final AtomicInteger repeated = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

    /** Somebody whose socket is open all the time. */
    private record Talker(Person person, Device device) {}

    @Test
    void a_first_word_after_an_accept_or_a_new_group_is_never_refused(RunningSuite suite) throws Exception {
        var talkers = new ArrayList<Talker>();
        try {
            for (int i = 0; i < PEOPLE; i++) {
                var person = suite.register("Talker");
                talkers.add(new Talker(person, person.device()));
            }
            all(tasks(talkers));
        } finally {
            talkers.forEach(talker -> talker.device.close());
        }

        System.out.printf("e2e: %d first words, %d of them repeated%n", 2 * EACH, repeated.get());
        assertThat(refused).isEmpty();
    }

    private List<Callable<Boolean>> tasks(List<Talker> talkers) {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int one = 0; one < talkers.size() && tasks.size() < 2 * EACH; one++) {
            for (int other = one + 1; other < talkers.size() && tasks.size() < 2 * EACH; other++) {
                var asks = talkers.get(one);
                var accepts = talkers.get(other);
                tasks.add(() -> speaks(asks, asks.person.befriends(accepts.person)));
                tasks.add(() -> speaks(asks, accepts.person.makesGroup("we two", asks.person)));
            }
        }
        return tasks;
    }

    // A group takes people who are friends, so an accept and the group that follows stay in their order: one lane each.
    private static void all(List<Callable<Boolean>> tasks) throws InterruptedException, ExecutionException {
        try (var lanes = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < tasks.size(); from += 2 * AT_ONCE) {
                var pairs = new ArrayList<Callable<Boolean>>();
                for (int i = from; i < Math.min(from + 2 * AT_ONCE, tasks.size()); i += 2) {
                    var first = tasks.get(i);
                    var second = tasks.get(i + 1);
                    pairs.add(() -> first.call() && second.call());
                }
                for (var done : lanes.invokeAll(pairs)) {
                    done.get();
                }
            }
        }
    }

    private boolean speaks(Talker talker, Chat chat) {
        var id = UUID.randomUUID();
        while (true) {
            Frame outcome = talker.device.sends(text("the first word"), chat, id);
            if (!outcome.t().equals("nack")) {
                return true;
            }
            boolean early = outcome.text("code").equals(Problem.UNKNOWN_CONVERSATION.code());
            if (!early || !outcome.json().path("retryable").asBoolean()) {
                refused.add(outcome.toString());
                return true;
            }
            repeated.incrementAndGet();
            pauses(outcome);
        }
    }

    // As long as the server asks for.
    private static void pauses(Frame nack) {
        var pause = CompletableFuture.delayedExecutor(nack.number("retryAfterMs"), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, pause).join();
    }
}
