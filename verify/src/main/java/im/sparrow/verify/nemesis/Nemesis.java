package im.sparrow.verify.nemesis;

import im.sparrow.verify.client.Tally;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;
import im.sparrow.verify.nemesis.Struck.Recovery;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Strikes one fault after the other: only while all is well and a send is in flight, and the next only when all is well
 * again and a short seeded pause has passed.
 *
 * <p>Recovery is what people feel: the longest that anybody whom the blow hit waits until he is welcomed again, or has his
 * answer ({@link Affected}). It counts from the blow, from the end of what lasts (pause, cut, slow, full disk, clock), and
 * from when the old process is gone where that is an orderly stop. Beside it stands when all was ready: the struck part has
 * another process where it lost its own, every part says that it is ready, every service answers a user through every
 * gateway. All who were hit must be well and all must be ready; until then nothing else is struck.
 */
public final class Nemesis implements Runnable {

    /** So long it is waited until all is well; then the fault is not recovered from. */
    static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration LEAST_WINDOW = Duration.ofSeconds(2);
    private static final int LOOK_MS = 100;
    private static final int SHORTEST_PAUSE_MS = 300;
    private static final int LONGEST_PAUSE_MS = 1_500;

    private final List<Fault> faults;
    private final Town town;
    private final Blows blows;
    private final SplittableRandom random;
    private final Consumer<String> log;
    private final Affected affected = new Affected();
    private final List<Struck> struck = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean done;

    /**
     * What the nemesis sees of the run.
     *
     * @param reach the suite and its doors
     * @param tally how the run goes
     * @param history where it writes, and hears what the devices do
     * @param devices how many there are
     */
    public record Town(Reach reach, Tally tally, History history, int devices) {}

    /**
     * A nemesis.
     *
     * @param faults in this order, all of them possible
     * @param seed of its moments and choices
     * @param log hears a line for each blow
     */
    public Nemesis(List<Fault> faults, Town town, long seed, Consumer<String> log) {
        this.faults = List.copyOf(faults);
        this.town = town;
        this.random = new SplittableRandom(seed);
        this.blows = new Blows(town.reach().suite(), random.split());
        this.log = log;
        town.history().listen(affected::hear);
    }

    /** Whether every blow was struck. */
    public boolean done() {
        return done;
    }

    /** What became of each; grows until {@link #done}. */
    public List<Struck> struck() {
        return Collections.unmodifiableList(struck);
    }

    @Override
    public void run() {
        try {
            for (int i = 0; i < faults.size(); i++) {
                String number = "fault " + (i + 1) + "/" + faults.size() + " ";
                pause();
                until(this::isCalm, CALM);
                struck.add(strike(faults.get(i), number));
                log.accept(number + struck.getLast());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done = true;
        }
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
    }

    private boolean isCalm() {
        return town.tally().connected.get() >= town.devices() && affected.waiting() == 0;
    }

    private Struck strike(Fault fault, String number) throws InterruptedException {
        until(() -> town.reach().isWell(), PATIENCE);
        Blow blow = blows.of(fault);
        until(() -> town.tally().inFlight.get() > 0, PATIENCE);
        long inFlight = town.tally().inFlight.get();
        long sent = town.tally().sent.get();
        town.history().add(new Event.Struck(town.history().now(), fault.word(), inFlight));
        affected.struck();
        long begin = System.nanoTime();
        log.accept(number + fault.word() + " " + blow.instance().get() + " inflight=" + inFlight);
        Optional<Recovery> recovery = recovery(fault, blow, begin);
        window(begin);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double offered = (town.tally().sent.get() - sent) / seconds;
        affected.over();
        return new Struck(fault, blow.instance().get(), inFlight, offered, affected.hit(), recovery);
    }

    /** How soon all was well; empty when it was not. */
    private Optional<Recovery> recovery(Fault fault, Blow blow, long begin) throws InterruptedException {
        try {
            long from = deal(fault, blow, begin);
            var ready = new AtomicLong();
            if (!until(() -> isReady(blow, ready) && affected.waiting() == 0, PATIENCE)) {
                log.accept("not well: " + town.reach().lacking() + " affected=" + affected.hit() + " waiting="
                        + affected.waiting());
                return Optional.empty();
            }
            var recovery = new Recovery(affected.longest(), Duration.ofNanos(ready.get() - from));
            town.history()
                    .add(new Event.Recovered(
                            town.history().now(),
                            fault.word(),
                            recovery.people().toMillis()));
            return Optional.of(recovery);
        } catch (IllegalStateException | UncheckedIOException failed) {
            log.accept(fault.word() + " failed: " + failed.getMessage());
            return Optional.empty();
        }
    }

    /** Strikes, lets it last, heals; answers from when recovery counts. */
    private long deal(Fault fault, Blow blow, long begin) throws InterruptedException {
        if (fault instanceof Fault.Kill) {
            affected.clock(begin);
            blow.strike().go();
            return begin;
        }
        try {
            blow.strike().go();
            until(() -> false, blow.lasts());
        } finally {
            blow.heal().go();
        }
        long from = System.nanoTime();
        affected.clock(from);
        return from;
    }

    /** Whether all work; when they did so first is noted. */
    private boolean isReady(Blow blow, AtomicLong first) {
        boolean ready = blow.isBack().getAsBoolean() && town.reach().isWell();
        if (ready) {
            first.compareAndSet(0, System.nanoTime());
        }
        return ready;
    }

    /** A rate over less than two seconds says nothing. */
    private static void window(long begin) throws InterruptedException {
        long left = LEAST_WINDOW.toNanos() - (System.nanoTime() - begin);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
    }

    private boolean until(BooleanSupplier wish, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!wish.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            affected.look();
        }
        return true;
    }
}
