package im.sparrow.verify;

import im.sparrow.verify.generator.Cast;
import im.sparrow.verify.history.History;
import im.sparrow.verify.mutant.Mutants;
import im.sparrow.verify.nemesis.Faults;
import im.sparrow.verify.report.Report;
import im.sparrow.verify.suite.Roster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sparrow verify}: exits 0 when the run is valid, 1 when something is wrong, 2 when something is open. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Proves on a running installation that nothing is lost, doubled or disordered, whatever is killed.")
public final class Verify implements Callable<Integer> {

    private static final int UNKNOWN = 2;

    private static final URI DOOR = URI.create("http://127.0.0.1:7800");

    @Option(
            names = "--url",
            split = ",",
            description = "of the gateways, or of the balancer before them; by default those of the launcher's suite")
    private List<URI> gateways = new ArrayList<>();

    @Option(names = "--gateways", defaultValue = "1", description = "at least so many take part; ${DEFAULT-VALUE}")
    private int atLeast = 1;

    @Option(names = "--clients", defaultValue = "40", description = "users; ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--devices", defaultValue = "2", description = "of each user; ${DEFAULT-VALUE}")
    private int devices;

    @Option(
            names = "--strangers",
            defaultValue = "4",
            description = "users who try what is not theirs; ${DEFAULT-VALUE}")
    private int strangers;

    @Option(names = "--flips", description = "how often somebody comes or goes; by default one for every 40 messages")
    private @Nullable Long flips;

    @Option(names = "--messages", defaultValue = "10000", description = "sends to be acknowledged; ${DEFAULT-VALUE}")
    private long messages;

    @Option(names = "--conversations", description = "every third a group; by default three for four users")
    private @Nullable Integer conversations;

    @Option(
            names = "--rate",
            defaultValue = "150",
            description = "sends a second, of all users together; ${DEFAULT-VALUE}")
    private double rate;

    @Option(names = "--minutes", defaultValue = "0", description = "how long it lasts at least; ${DEFAULT-VALUE}")
    private int minutes;

    @Option(names = "--seed", description = "of everything that is random; a new one each time unless given")
    private @Nullable Long seed;

    @Option(
            names = "--faults",
            split = ",",
            description = "all, names as kill-db, or families as kill; each perhaps with *3; none unless given")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--times", defaultValue = "3", description = "how often each fault happens; ${DEFAULT-VALUE}")
    private int times;

    @Option(names = "--run", defaultValue = ".sparrow/run", description = "the launcher's folder; ${DEFAULT-VALUE}")
    private Path run = Path.of(".sparrow/run");

    @Option(
            names = "--kafka",
            defaultValue = "",
            description = "the broker, host:port: then the log itself is a witness too; by default that of the suite")
    private String broker = "";

    @Option(names = "--folder", defaultValue = ".sparrow/verify", description = "for histories; ${DEFAULT-VALUE}")
    private Path folder = Path.of(".sparrow/verify");

    @Option(
            names = "--mutants",
            split = ",",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "plants defects in the running suite, all or those with a word in their name, and says which"
                            + " the checker catches; never on a suite that people use: 12 clients and 1,500 messages are enough")
    private @Nullable List<String> mutants;

    @Option(names = "--recheck", description = "judges a recorded history instead of making one")
    private @Nullable Path recorded;

    /** Runs and exits. */
    public static void main(String[] args) {
        var line = new CommandLine(new Verify());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof IllegalStateException || problem instanceof IllegalArgumentException) {
                command.getErr().println(problem.getMessage());
                return UNKNOWN;
            }
            throw problem;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (mutants != null) {
            Plan plan = plan();
            Mutants.Trial trial = (wanted, said, stage) -> new Run(plan.withFaults(wanted), said, stage).run();
            Mutants.Result result = new Mutants(run, trial, System.out::println).run(mutants);
            System.out.println(result.line());
            return result.good() ? 0 : 1;
        }
        Report report = recorded == null
                ? new Run(plan(), System.out::println).run()
                : Report.of(History.read(recorded), System.out::println);
        System.out.println(report.word());
        System.out.println(report.line());
        return report.exitCode();
    }

    private Plan plan() {
        return new Plan(
                doors(),
                new Cast(
                        clients,
                        devices,
                        conversations == null ? Math.max(1, clients * 3 / 4) : conversations,
                        strangers,
                        flips == null ? messages / 40 : flips),
                messages,
                rate,
                Duration.ofMinutes(minutes),
                seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed,
                Faults.of(faults, times),
                broker(),
                run,
                folder);
    }

    /** The broker as it was named, or that of the launcher's suite. */
    private String broker() {
        if (!broker.isEmpty() || !gateways.isEmpty() || !Roster.isIn(run)) {
            return broker;
        }
        return Roster.in(run).broker();
    }

    /** The gateways as they were named, or those of the launcher's suite, each by its own door. */
    private List<URI> doors() {
        List<URI> doors = gateways;
        if (doors.isEmpty()) {
            doors = Roster.isIn(run) ? Roster.in(run).gateways() : List.of(DOOR);
        }
        if (doors.size() < atLeast) {
            throw new IllegalArgumentException("Only " + doors + " of " + atLeast
                    + " gateways: --url names them, or ./sparrow up --gateways " + atLeast + " starts them.");
        }
        return doors;
    }
}
