package im.sparrow.bench;

import im.sparrow.bench.client.Loop;
import im.sparrow.bench.report.Reports;
import im.sparrow.bench.stage.Bare;
import im.sparrow.bench.stage.Connections;
import im.sparrow.bench.stage.Ground;
import im.sparrow.bench.stage.Groups;
import im.sparrow.bench.stage.Histories;
import im.sparrow.bench.stage.Inboxes;
import im.sparrow.bench.stage.Pairs;
import im.sparrow.bench.stage.Reconnect;
import im.sparrow.bench.stage.Rest;
import im.sparrow.bench.stage.Stage;
import im.sparrow.bench.suite.Installation;
import im.sparrow.bench.suite.ReadBack;
import im.sparrow.bench.town.Door;
import im.sparrow.bench.town.Tokens;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sparrow bench}: measures, prints, and writes the page. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures a running suite: open loop, latency from the intended time, processor's time by process.")
public final class Bench implements Callable<Integer> {

    private static final Map<String, Stage> STAGES = stages();
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @Parameters(
            arity = "0..*",
            paramLabel = "STAGE",
            description = "rest, pairs, group, bare, inbox, reconnect, connections, history, or all; all unless given")
    private List<String> wanted = List.of("all");

    @Option(names = "--home", required = true, description = "the suite's folder")
    private Path home = Path.of(".sparrow");

    @Option(names = "--port", defaultValue = "7800", description = "the suite's block of ports; ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--page",
            description = "the folder of measurements.md, written unless --rate or --clients is given")
    private @Nullable Path page;

    @Option(names = "--kept", defaultValue = "bench.json", description = "where results are kept; ${DEFAULT-VALUE}")
    private Path kept = Path.of("bench.json");

    @Option(names = "--rate", defaultValue = "0", description = "only this rate, messages or deliveries a second")
    private double rate;

    @Option(names = "--seconds", defaultValue = "10", description = "length of a window; ${DEFAULT-VALUE}")
    private double seconds;

    @Option(names = "--runs", defaultValue = "3", description = "windows of each kind; ${DEFAULT-VALUE}")
    private int runs;

    @Option(names = "--warm-up", defaultValue = "60", description = "seconds of the same load before; ${DEFAULT-VALUE}")
    private double warmUp;

    @Option(names = "--clients", defaultValue = "0", description = "how many; each stage has its own number")
    private int clients;

    @Option(names = "--rows", defaultValue = "10000000", description = "of the long history; ${DEFAULT-VALUE}")
    private long rows;

    @Option(names = "--profile", description = "records one more window of pairs and group in the services")
    private boolean profile;

    private static Map<String, Stage> stages() {
        var stages = new LinkedHashMap<String, Stage>();
        // Before the heap of the gateway has grown by anything else.
        stages.put("rest", new Rest());
        stages.put("connections", new Connections());
        stages.put("pairs", new Pairs());
        stages.put("group", new Groups());
        stages.put("inbox", new Inboxes());
        stages.put("reconnect", new Reconnect());
        stages.put("history", new Histories());
        stages.put("bare", new Bare());
        return stages;
    }

    /** Runs and exits. */
    public static void main(String[] args) {
        KAFKA.setLevel(Level.WARNING);
        var line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof IllegalStateException || problem instanceof IllegalArgumentException) {
                command.getErr().println(problem.getMessage());
                return 2;
            }
            throw problem;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws InterruptedException, SQLException {
        names().forEach(Bench::stage);
        var installation = new Installation(home, port);
        List<String> where = new ReadBack(installation).lines();
        where.forEach(System.out::println);
        var reports = new Reports(kept, rate == 0 && clients == 0 ? page : null);
        int failed = 0;
        try (var loop = new Loop()) {
            Tokens tokens = Door.open(installation, System.out::println);
            var effort = new Ground.Effort(runs, seconds, warmUp, rate, clients, rows, profile);
            var ground = new Ground(installation, loop, tokens, effort, System.out::println);
            for (String name : names()) {
                System.out.println("== " + name);
                try {
                    reports.keep(stage(name).run(ground), where);
                } catch (IllegalStateException broken) {
                    // The other stages need nothing of this one.
                    System.out.println(name + " could not be measured: " + broken.getMessage());
                    failed++;
                }
            }
        }
        System.out.println();
        reports.goals().forEach(System.out::println);
        return failed == 0 ? 0 : 1;
    }

    private static Stage stage(String name) {
        Stage stage = STAGES.get(name);
        if (stage == null) {
            throw new IllegalArgumentException("There is no stage " + name + "; there are " + STAGES.keySet());
        }
        return stage;
    }

    private List<String> names() {
        return wanted.contains("all") ? List.copyOf(STAGES.keySet()) : wanted;
    }
}
