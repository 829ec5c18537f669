package im.sparrow.gateway.log;

import im.sparrow.platform.core.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Questions of many that travel together. Who comes while nobody is under way goes at once and alone; who comes while as
 * many trips are under way as may be waits for the next one, and shares it with all who wait by then. So a crowd costs few
 * requests, and a single one waits for nobody.
 *
 * <p>Bound: those who wait are bounded by their callers, a trip by its weight; one that is heavier than that goes alone.
 */
final class Trips<Q, A> {

    private final int atOnce;
    private final int mostWeight;
    private final ToIntFunction<Q> weight;
    private final Function<List<Q>, List<A>> ask;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Passenger<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;

    private record Passenger<Q, A>(Q question, CompletableFuture<A> answer) {}

    /**
     * @param atOnce trips that may be under way
     * @param mostWeight of a trip's questions together
     * @param ask answers a trip's questions, in their order; runs on a virtual thread
     */
    Trips(int atOnce, int mostWeight, ToIntFunction<Q> weight, Function<List<Q>, List<A>> ask) {
        this.atOnce = atOnce;
        this.mostWeight = mostWeight;
        this.weight = weight;
        this.ask = ask;
    }

    /**
     * The answer to a question; blocks until it is there.
     *
     * @throws Refused why the whole trip had no answer
     */
    A ask(Q question) {
        var passenger = new Passenger<Q, A>(question, new CompletableFuture<>());
        boolean another;
        lock.lock();
        try {
            waiting.add(passenger);
            another = underWay < atOnce;
            if (another) {
                underWay++;
            }
        } finally {
            lock.unlock();
        }
        if (another) {
            Thread.ofVirtual().name("trip").start(this::travel);
        }
        try {
            return passenger.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Refused why ? why : failed;
        }
    }

    /** How many wait for a trip. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void travel() {
        for (List<Passenger<Q, A>> aboard = board(); !aboard.isEmpty(); aboard = board()) {
            travel(aboard);
        }
    }

    private List<Passenger<Q, A>> board() {
        var aboard = new ArrayList<Passenger<Q, A>>();
        lock.lock();
        try {
            int room = mostWeight;
            while (!waiting.isEmpty()) {
                room -= weight.applyAsInt(waiting.getFirst().question());
                if (room < 0 && !aboard.isEmpty()) {
                    break;
                }
                aboard.add(waiting.removeFirst());
            }
            if (aboard.isEmpty()) {
                underWay--;
            }
        } finally {
            lock.unlock();
        }
        return aboard;
    }

    /** Whatever happens, everybody aboard hears of it: nobody else would tell him. */
    private void travel(List<Passenger<Q, A>> aboard) {
        try {
            List<A> answers = ask.apply(aboard.stream().map(Passenger::question).toList());
            for (int i = 0; i < aboard.size(); i++) {
                aboard.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failed) {
            aboard.forEach(passenger -> passenger.answer().completeExceptionally(failed));
        }
    }
}
