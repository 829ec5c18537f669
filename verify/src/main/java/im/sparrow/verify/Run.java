package im.sparrow.verify;

import im.sparrow.verify.client.Rest;
import im.sparrow.verify.client.Session;
import im.sparrow.verify.client.Surroundings;
import im.sparrow.verify.client.Tally;
import im.sparrow.verify.generator.Generator;
import im.sparrow.verify.generator.Stage;
import im.sparrow.verify.generator.Town;
import im.sparrow.verify.history.History;
import im.sparrow.verify.nemesis.Fault;
import im.sparrow.verify.nemesis.Faults;
import im.sparrow.verify.nemesis.Nemesis;
import im.sparrow.verify.nemesis.Reach;
import im.sparrow.verify.nemesis.Struck;
import im.sparrow.verify.report.Report;
import im.sparrow.verify.report.Wanted;
import im.sparrow.verify.suite.Suite;
import im.sparrow.verify.witness.FinalReads;
import im.sparrow.verify.witness.LogWitness;
import im.sparrow.verify.witness.Quiet;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run, from an empty town to the verdict. */
public final class Run {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int PROGRESS_S = 10;
    private static final Duration AROUND = Duration.ofMinutes(2);

    /** Sends a second that a run with faults offers without pause, when it is to offer more than that. */
    private static final double OFFERED = 100;

    private final Plan plan;
    private final Consumer<String> out;
    private final Stage stage;
    private final Tally tally = new Tally();
    private final long began = System.nanoTime();
    private List<Struck> struck = List.of();

    /** A run of this plan, which says what it does in lines. */
    public Run(Plan plan, Consumer<String> out) {
        this(plan, out, Stage.EMPTY);
    }

    /** The same, with somebody who does something when the town begins to talk and when it ends. */
    public Run(Plan plan, Consumer<String> out, Stage stage) {
        this.plan = plan;
        this.out = out;
        this.stage = stage;
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
            Map<Fault, Integer> faults = possible();
            out.accept("to last about " + usual(faults).toMinutes() + " min: " + Faults.count(faults) + " faults, "
                    + plan.messages() + " messages, " + plan.cast().flips() + " flips");
            LogWitness log = plan.broker().isEmpty() ? null : LogWitness.at(plan.broker());
            try (var history = new History(file)) {
                Thread progress = Thread.ofVirtual().name("progress").start(this::progress);
                var around = new Surroundings(rest, history, tally, plan.seed());
                try (var town = Town.build(around, name, plan.cast())) {
                    live(town, around, faults);
                    if (log != null) {
                        out.accept("reading the log itself");
                        log.write(town.conversationIds(), history);
                    }
                } finally {
                    progress.interrupt();
                    progress.join();
                    // Not one request is on its way; a connection that is half closed must not be waited for.
                    http.shutdownNow();
                }
                out.accept("history " + file);
                return Report.of(history.events(), wanted(faults), struck, out);
            }
        }
    }

    /** The faults of the plan without those that cannot be done here, which are named. */
    private Map<Fault, Integer> possible() {
        if (plan.faults().isEmpty()) {
            return Map.of();
        }
        var suite = new Suite(plan.run());
        if (!suite.isReady()) {
            throw new IllegalStateException("Not ready: " + String.join(", ", suite.lacking()));
        }
        var faults = new LinkedHashMap<>(plan.faults());
        Reach.impossible(suite, plan.faults().keySet()).forEach((kind, reason) -> {
            out.accept("not possible here: " + kind.word() + ": " + reason);
            faults.remove(kind);
        });
        return faults;
    }

    /** The longest of what goes on at once, and a few minutes for the town to be built and everything to be read. */
    private Duration usual(Map<Fault, Integer> faults) {
        Duration said = Duration.ofSeconds((long) (plan.messages() / plan.rate()));
        return Stream.of(Faults.usual(faults), said, plan.atLeast())
                .max(Comparator.naturalOrder())
                .orElse(said)
                .plus(AROUND);
    }

    private Wanted wanted(Map<Fault, Integer> faults) {
        return new Wanted(plan.messages(), plan.rate() > OFFERED ? OFFERED : 0, faults);
    }

    private void live(Town town, Surroundings around, Map<Fault, Integer> faults) throws InterruptedException {
        History history = around.history();
        long end = System.nanoTime() + plan.atLeast().toNanos();
        BooleanSupplier struckAll = faults.isEmpty() ? () -> true : strike(town, history, faults);
        stage.begins();
        Generator.talk(
                town,
                around,
                plan.rate(),
                () -> struckAll.getAsBoolean()
                        && System.nanoTime() - end > 0
                        && tally.flips.get() >= plan.cast().flips()
                        && tally.sent.get() - tally.nacked.get() >= plan.messages());
        stage.ends();
        out.accept("all is said; waiting for every answer");
        Quiet.await(town);
        out.accept("reading everything over REST");
        FinalReads.write(town, history);
    }

    /** Lets the nemesis loose; answers whether it has finished. */
    private BooleanSupplier strike(Town town, History history, Map<Fault, Integer> faults) {
        var suite = new Suite(plan.run());
        Session watch = town.people().getFirst().session();
        var reach = new Reach(suite, suite.roster().gateways(), watch);
        var seen = new Nemesis.Town(reach, tally, history, town.devices().size());
        var nemesis = new Nemesis(Faults.inOrder(faults, plan.seed()), seen, plan.seed(), out);
        Thread.ofVirtual().name("nemesis").start(nemesis);
        struck = nemesis.struck();
        return nemesis::done;
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
                        + tally.redelivered + " flips=" + tally.flips + " tries=" + tally.tries + " connected="
                        + tally.connected;
    }
}
