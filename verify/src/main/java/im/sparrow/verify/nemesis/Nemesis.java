package im.sparrow.verify.nemesis;

import im.sparrow.verify.client.Tally;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Strikes, at seeded moments of the run's progress, only while a send is in flight; waits until all is well again. */
public final class Nemesis implements Runnable {

    private static final long PATIENCE_S = 180;
    private static final int LOOK_MS = 5;
    private static final int MOMENT_MS = 400;

    private final List<Fault> faults;
    private final Pids pids;
    private final Tally tally;
    private final History history;
    private final long messages;
    private final int devices;
    private final SplittableRandom random;
    private final Consumer<String> log;
    private volatile boolean done;

    /**
     * A nemesis.
     *
     * @param faults in this order
     * @param pids whom it can hit
     * @param tally how the run goes
     * @param history where it writes
     * @param messages how many the run will send: the blows are spread over them
     * @param devices how many there are
     * @param seed of its moments
     * @param log hears a line for each blow
     */
    public Nemesis(
            List<Fault> faults,
            Pids pids,
            Tally tally,
            History history,
            long messages,
            int devices,
            long seed,
            Consumer<String> log) {
        this.faults = faults;
        this.pids = pids;
        this.tally = tally;
        this.history = history;
        this.messages = messages;
        this.devices = devices;
        this.random = new SplittableRandom(seed);
        this.log = log;
    }

    /** Whether every blow was struck. */
    public boolean done() {
        return done;
    }

    @Override
    public void run() {
        try {
            for (int i = 0; i < faults.size(); i++) {
                double share = (i + 0.2 + 0.6 * random.nextDouble()) / faults.size();
                until(() -> tally.sent.get() >= share * messages, Long.MAX_VALUE);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MOMENT_MS));
                strike(faults.get(i), (i + 1) + "/" + faults.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done = true;
        }
    }

    private void strike(Fault fault, String number) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        until(() -> tally.inFlight.get() > 0 && pids.of(fault.part()).isPresent(), end);
        Optional<ProcessHandle> process = pids.of(fault.part());
        if (process.isEmpty()) {
            log.accept("fault " + number + " " + fault.word() + ": no process in " + pids.folder());
            return;
        }
        long inFlight = tally.inFlight.get();
        long struck = System.nanoTime();
        process.get().destroyForcibly();
        history.add(new Event.Struck(history.now(), fault.word(), inFlight));
        log.accept(
                "fault " + number + " " + fault.word() + " pid=" + process.get().pid() + " inflight=" + inFlight);
        if (until(() -> isWell(fault, process.get().pid(), struck), struck + TimeUnit.SECONDS.toNanos(PATIENCE_S))) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - struck);
            history.add(new Event.Recovered(history.now(), fault.word(), millis));
            log.accept("fault " + number + " " + fault.word() + " recovered in " + seconds(millis) + " s");
        } else {
            log.accept("fault " + number + " " + fault.word() + " NOT recovered within " + PATIENCE_S + " s");
        }
    }

    /** A new process, every device connected, and a message acknowledged that was said after the blow. */
    private boolean isWell(Fault fault, long oldPid, long struck) {
        return pids.of(fault.part()).filter(now -> now.pid() != oldPid).isPresent()
                && tally.connected.get() >= devices
                && tally.newestAckedSaid.get() - struck > 0;
    }

    private static boolean until(BooleanSupplier wish, long end) throws InterruptedException {
        while (!wish.getAsBoolean()) {
            if (end != Long.MAX_VALUE && System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        return true;
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100;
    }
}
