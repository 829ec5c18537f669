package im.sparrow.bench;

import im.sparrow.bench.client.Loop;
import im.sparrow.bench.stage.Ground;
import im.sparrow.bench.stage.Groups;
import im.sparrow.bench.stage.Pairs;
import im.sparrow.bench.stage.Result;
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
            description = "pairs, group, connections, reconnect, history, inbox or all; all unless given")
    private List<String> wanted = List.of("all");

    @Option(names = "--home", required = true, description = "the suite's folder")
    private Path home = Path.of(".sparrow");

    @Option(names = "--port", defaultValue = "7800", description = "the suite's block of ports; ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--page", description = "the folder of the page that is written; none unless given")
    private @Nullable Path page;

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

    private static Map<String, Stage> stages() {
        var stages = new LinkedHashMap<String, Stage>();
        stages.put("pairs", new Pairs());
        stages.put("group", new Groups());
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
        var installation = new Installation(home, port);
        new ReadBack(installation).lines().forEach(System.out::println);
        try (var loop = new Loop()) {
            Tokens tokens = Door.open(installation, System.out::println);
            var effort = new Ground.Effort(runs, seconds, warmUp, rate, clients, rows);
            var ground = new Ground(installation, loop, tokens, effort, System.out::println);
            for (String name : names()) {
                Stage stage = STAGES.get(name);
                if (stage == null) {
                    throw new IllegalArgumentException("There is no stage " + name + "; there are " + STAGES.keySet());
                }
                System.out.println("== " + name);
                Result result = stage.run(ground);
                result.figures().forEach((figure, value) -> System.out.println(figure + " " + value));
            }
        }
        return 0;
    }

    private List<String> names() {
        return wanted.contains("all") ? List.copyOf(STAGES.keySet()) : wanted;
    }
}
