package im.sparrow.local.part;

import im.sparrow.local.part.PartEvent.Answered;
import im.sparrow.local.part.PartEvent.Died;
import im.sparrow.local.part.PartEvent.Due;
import im.sparrow.local.part.PartEvent.StartAsked;
import im.sparrow.local.part.PartEvent.StopAsked;
import im.sparrow.local.part.PartState.Failed;
import im.sparrow.local.part.PartState.Ready;
import im.sparrow.local.part.PartState.Restarting;
import im.sparrow.local.part.PartState.Starting;
import im.sparrow.local.part.PartState.Stopped;
import im.sparrow.local.part.PartState.Stopping;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One watched process. Events come from many threads into one queue; one virtual thread takes them out, asks
 * {@link PartState} what they mean, and does it. A process of an earlier launcher is taken over when its mark says that
 * it was started with the same things, else it is ended first.
 */
public final class Part {
    private static final Duration PROBE = Duration.ofMillis(200);
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);

    private final PartSpec spec;
    private final PartNews.Ear ear;
    private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> settled = new CompletableFuture<>();
    private volatile PartState state = new Stopped();
    private volatile Optional<Running> running = Optional.empty();
    private volatile int restarts;
    private volatile boolean ended;

    /** A part at rest; {@link #start} makes it run. */
    public Part(PartSpec spec, PartNews.Ear ear) {
        this.spec = spec;
        this.ear = ear;
        Thread.ofVirtual().name("part-" + spec.name()).start(this::loop);
    }

    /** Its name. */
    public String name() {
        return spec.name();
    }

    /** Where it stands now. */
    public PartState state() {
        return state;
    }

    /** How often it was started again since the launcher began. */
    public int restarts() {
        return restarts;
    }

    /** Asks for its start and comes back at once; true in the future = it answered, false = it was given up. */
    public CompletableFuture<Boolean> start() {
        post(new StartAsked());
        return settled;
    }

    /** Kills its process as {@code kill -9} does; empty when there is none. It is started again by itself. */
    public Optional<Long> kill() {
        return running.map(Running::handle)
                .filter(ProcessHandle::destroyForcibly)
                .map(ProcessHandle::pid);
    }

    /** Its process now. */
    public Optional<ProcessHandle> process() {
        return running.map(Running::handle);
    }

    /**
     * Ends it and comes back when its process is gone: in order, and after its grace by force. Once only.
     *
     * @return false when force was needed
     */
    public synchronized boolean stop() throws InterruptedException {
        if (ended) {
            return true;
        }
        post(new StopAsked());
        var done = new CountDownLatch(1);
        events.add(done::countDown);
        done.await();
        var process = running.map(Running::handle);
        var orderly = process.isEmpty() || end(process.get());
        spec.pidFile().toFile().delete();
        ended = true;
        events.add(() -> {}); // lets the loop see it
        return orderly;
    }

    /** Stops watching it; its process goes on, for another launcher to take over. */
    public void leave() {
        ended = true;
        events.add(() -> {}); // lets the loop see it
    }

    private boolean end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (Processes.isGone(process, spec.grace())) {
            return true;
        }
        tell(new Stopping(), "does not end, killed", spec.grace());
        process.destroyForcibly();
        Processes.isGone(process, spec.grace());
        return false;
    }

    private void post(PartEvent event) {
        events.add(() -> handle(event));
    }

    private void loop() {
        try {
            while (!ended) {
                events.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(PartEvent event) {
        var before = state;
        var now = Instant.now();
        state = before.on(event, now);
        if (state.equals(before)) {
            return;
        }
        switch (state) {
            case Starting starting -> begin(starting);
            case Ready ready -> {
                var taken = before instanceof Starting was ? Duration.between(was.since(), now) : Duration.ZERO;
                tell(ready, running.filter(Running::adopted).isPresent() ? "taken over" : "", taken);
                settled.complete(true);
            }
            case Restarting next -> {
                running = Optional.empty();
                restarts++;
                var pause = Duration.between(now, next.due());
                tell(next, next.how() + (pause.isZero() ? "" : ", waits " + pause.toSeconds() + " s"), Duration.ZERO);
                later(pause, new Due());
            }
            case Failed failed -> {
                running = Optional.empty();
                tell(failed, failed.how(), Duration.ZERO);
                settled.complete(false);
            }
            case Stopping stopping -> tell(stopping, "", Duration.ZERO);
            case Stopped stopped -> running = Optional.empty();
        }
    }

    private void begin(Starting starting) {
        try {
            var now = Running.begin(spec);
            running = Optional.of(now);
            tell(starting, now.adopted() ? "still runs, taking it over" : "", Duration.ZERO);
            watch(now);
            Thread.ofVirtual().name("probe-" + spec.name()).start(() -> probe(now, starting));
        } catch (IOException e) {
            post(new Died(Optional.ofNullable(e.getMessage()).orElse(e.toString())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A child's end is told at once; of a process that was taken over it has to be asked.
    private void watch(Running who) {
        if (!who.adopted()) {
            who.handle().onExit().thenAccept(gone -> events.add(() -> died(who)));
            return;
        }
        Thread.ofVirtual().name("watch-" + spec.name()).start(() -> {
            try {
                while (Processes.isAlive(who.handle())) {
                    Thread.sleep(PROBE);
                }
                events.add(() -> died(who));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    // A process of an earlier attempt may be reported late.
    private void died(Running who) {
        if (running.filter(now -> now == who).isPresent()) {
            running = Optional.empty();
            handle(new Died(who.howItEnded()));
        }
    }

    private void probe(Running who, Starting starting) {
        try {
            var said = Instant.now();
            while (Processes.isAlive(who.handle()) && state.equals(starting)) {
                var lack = spec.readiness().lacks();
                if (lack.isEmpty()) {
                    post(new Answered());
                    return;
                }
                var now = Instant.now();
                var taken = Duration.between(starting.since(), now);
                if (taken.compareTo(spec.patience()) > 0) {
                    tell(starting, "killed: no answer, " + lack.get(), taken);
                    who.handle().destroyForcibly();
                    return;
                }
                if (Duration.between(said, now).compareTo(SAY_EVERY) >= 0) {
                    said = now;
                    tell(starting, lack.get(), taken);
                }
                Thread.sleep(PROBE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(Duration pause, PartEvent event) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> post(event));
    }

    private void tell(PartState about, String detail, Duration taken) {
        ear.hear(new PartNews(spec.name(), about, detail, taken));
    }
}
