package im.sparrow.verify;

import im.sparrow.verify.client.Rest;
import im.sparrow.verify.client.Surroundings;
import im.sparrow.verify.client.Tally;
import im.sparrow.verify.generator.Generator;
import im.sparrow.verify.generator.Town;
import im.sparrow.verify.history.History;
import im.sparrow.verify.nemesis.Nemesis;
import im.sparrow.verify.nemesis.Pids;
import im.sparrow.verify.report.Report;
import im.sparrow.verify.witness.FinalReads;
import im.sparrow.verify.witness.Quiet;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run, from an empty town to the verdict. */
public final class Run {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int PROGRESS_S = 3;

    private final Plan plan;
    private final Consumer<String> out;
    private final Tally tally = new Tally();
    private final long began = System.nanoTime();

    /** A run of this plan, which says what it does in lines. */
    public Run(Plan plan, Consumer<String> out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * Does it.
     *
     * @throws IllegalStateException when there is no suite, or none whose parts can be killed
     */
    public Report run() throws InterruptedException {
        String name = "v" + Long.toString(System.currentTimeMillis() / 1000, Character.MAX_RADIX);
        Path file = plan.folder().resolve(name + "-" + plan.seed()).resolve("history.jsonl");
        out.accept("verify " + plan);
        try (var http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            var rest = new Rest(http, plan.gateways());
            out.accept("limits " + rest.limits());
            new Pids(plan.pids()).need(plan.faults());
            try (var history = new History(file)) {
                Thread progress = Thread.ofVirtual().name("progress").start(this::progress);
                var around = new Surroundings(rest, history, tally, plan.seed());
                try (var town = Town.build(around, name, plan.cast())) {
                    live(town, history);
                } finally {
                    progress.interrupt();
                    progress.join();
                }
                out.accept("history " + file);
                return Report.of(
                        history.events(), plan.messages(), plan.faults().size(), out);
            }
        }
    }

    private void live(Town town, History history) throws InterruptedException {
        int devices = town.devices().size();
        var nemesis = new Nemesis(
                plan.faults(), new Pids(plan.pids()), tally, history, plan.messages(), devices, plan.seed(), out);
        long end = System.nanoTime() + plan.atLeast().toNanos();
        Thread striker = Thread.ofVirtual().name("nemesis").start(nemesis);
        Generator.talk(
                town,
                plan.seed(),
                plan.rate(),
                () -> nemesis.done()
                        && System.nanoTime() - end > 0
                        && tally.sent.get() - tally.nacked.get() >= plan.messages());
        striker.join();
        out.accept("all is said; waiting for every answer");
        Quiet.await(town);
        out.accept("reading everything over REST");
        FinalReads.write(town, history);
    }

    private void progress() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(PROGRESS_S);
                out.accept("t=" + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + "s " + now());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String now() {
        return tally.sent.get() == 0
                ? "users=" + tally.people + "/" + plan.cast().clients() + " conversations=" + tally.conversations + "/"
                        + plan.cast().conversations()
                : "sent=" + tally.sent + " acked=" + tally.acked + " nacked=" + tally.nacked + " inflight="
                        + tally.inFlight + " retries=" + tally.retries + " shown=" + tally.shown + " again="
                        + tally.redelivered + " connected=" + tally.connected;
    }
}
