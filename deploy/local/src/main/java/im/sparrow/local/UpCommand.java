package im.sparrow.local;

import im.sparrow.local.demo.Demo;
import im.sparrow.local.layout.PortBlock;
import im.sparrow.local.layout.Service;
import im.sparrow.local.layout.Shape;
import im.sparrow.local.machine.Lack;
import im.sparrow.local.machine.MachineCheck;
import im.sparrow.local.part.Mark;
import im.sparrow.local.part.Processes;
import im.sparrow.local.suite.Suite;
import im.sparrow.local.suite.SuiteFailure;
import im.sparrow.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite and stays with it; or, detached, starts a launcher that does. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(10);
    // A part at rest: 0.02 to 0.1 s, and thrice that while others work on the machine.
    private static final Duration QUIET_PART = Duration.ofMillis(250);

    // With the demo: who registers is not alone, but in its first group at once.
    private static final Map<String, String> WELCOME = Map.of("SPARROW_WELCOME_OLDEST_GROUP", "true");

    private final Place place = new Place();
    private final Console console = new Console(System.out);

    @Mixin
    private final ShapeOptions size = new ShapeOptions();

    @Option(names = "--detach")
    private boolean detach;

    @Option(names = "--settled")
    private boolean settled;

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(place.home().run());
        if (detach) {
            return Detached.isTaken(place) ? alreadyRunning() : new Detached(place, words()).start(awaited());
        }
        try (var channel = FileChannel.open(place.home().lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var lock = Optional.ofNullable(channel.tryLock());
            return lock.isPresent() ? run(lock.get()) : alreadyRunning();
        }
    }

    private Path awaited() {
        return settled ? place.home().settled() : place.home().ready();
    }

    private ArrayList<String> words() {
        var words = new ArrayList<>(size.words());
        if (noDemo) {
            words.add("--no-demo");
        }
        return words;
    }

    private int alreadyRunning() throws IOException {
        var launcher = place.process(Place.LAUNCHER).map(process -> " (process " + process.pid() + ")");
        var layout = place.layout();
        System.out.println("Sparrow is already running" + launcher.orElse("") + " with " + layout.shape() + ": "
                + layout.ports().url(Service.GATEWAY));
        if (!size.over(layout.shape()).equals(layout.shape())) {
            System.out.println("  Its size does not change while it runs: ./sparrow down, then up with other numbers.");
            return 1;
        }
        System.out.println("  ./sparrow status   says how it is, ./sparrow down stops it.");
        return 0;
    }

    private int run(FileLock lock) throws IOException, InterruptedException {
        var begin = Instant.now();
        // What a killed launcher left is taken over in its size.
        var sized = place.options(size.over(
                place.living().isEmpty() ? Shape.SMALLEST : place.layout().shape()));
        var options = noDemo ? sized : sized.with(WELCOME);
        if (!lock.isValid() || !machineWillDo(options)) {
            return 1;
        }
        endOthers(options);
        Files.deleteIfExists(place.home().ready());
        Files.deleteIfExists(place.home().settled());
        Mark.of(ProcessHandle.current(), "launcher").write(place.home().pidFile(Place.LAUNCHER));
        var suite = Suite.prepared(options, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(suite), "end"));
        console.expect(options.layout().parts().size());
        System.out.println("Starting Sparrow: database, broker, six services"
                + (options.layout().shape().equals(Shape.SMALLEST)
                        ? ""
                        : " (" + options.layout().shape() + ")"));
        try {
            suite.begin();
        } catch (SuiteFailure failure) {
            System.out.println(failure.getMessage());
            Tail.ofFailed(place.home(), failure.parts());
            return 1;
        }
        Files.writeString(place.home().ready(), begin + "\n");
        welcome(options.ports(), Duration.between(begin, Instant.now()));
        console.up();
        new DiskWatch(place.home(), console::say).start();
        afterwards(suite, options.ports().url(Service.GATEWAY));
        new CountDownLatch(1).await(); // until a signal
        return 0;
    }

    private boolean machineWillDo(SuiteOptions options) throws IOException {
        var ours = place.living().values().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        var lacks = MachineCheck.lacks(place.home().folder(), options.layout().uses(), ours);
        lacks.forEach(lack -> System.out.println("  lacking  " + lack));
        return lacks.stream().noneMatch(Lack::fatal);
    }

    // Parts that this size does not have.
    private void endOthers(SuiteOptions options) throws IOException, InterruptedException {
        for (var left : place.living().entrySet()) {
            if (!options.layout().parts().contains(left.getKey())) {
                System.out.printf(
                        "  ending %s, left behind (process %d)%n",
                        left.getKey(), left.getValue().pid());
                Processes.end(left.getValue(), GRACE);
                place.home().pidFile(left.getKey()).toFile().delete();
            }
        }
    }

    private static void welcome(PortBlock ports, Duration taken) {
        System.out.printf("""

                Ready after %s.

                  Chat     %s
                  Log in   user, member1 or admin; password 123456 (34 such accounts, on this machine only)

                  ./sparrow status, ./sparrow logs [service]; Ctrl-C or ./sparrow down stops everything, data stay.

                """, Console.seconds(taken), ports.url(Service.GATEWAY));
    }

    // Nobody waits for these. A recording stops a service for some seconds, so it waits until nobody uses the suite; if
    // that never happens it is written at the end.
    private void afterwards(Suite suite, String door) throws InterruptedException {
        try {
            if (!noDemo) {
                var texts = new Demo(door, place.home().demo()).send();
                if (texts > 0) {
                    System.out.printf("  Sent %d texts in the names of the demo accounts.%n", texts);
                }
            }
        } catch (IOException e) {
            System.out.println("  No demo texts, the next start tries again: " + e.getMessage());
        }
        try {
            if (suite.hasCaches()) {
                Files.writeString(place.home().settled(), "");
            }
            awaitQuiet(suite);
            var begin = Instant.now();
            var made = suite.settle();
            Files.writeString(place.home().settled(), "");
            if (made > 0) {
                System.out.printf(
                        "  Made %d start-up caches in %s: the next start is quicker.%n",
                        made, Console.seconds(Duration.between(begin, Instant.now())));
            }
        } catch (IOException e) {
            System.out.println("  No start-up caches: " + e.getMessage());
        }
    }

    private static void awaitQuiet(Suite suite) throws InterruptedException {
        var before = suite.cpuTime();
        var quiet = QUIET_PART.multipliedBy(suite.parts().size());
        var used = quiet;
        while (used.compareTo(quiet) >= 0) {
            Thread.sleep(LOOK);
            var now = suite.cpuTime();
            used = now.minus(before);
            before = now;
        }
    }

    private void end(Suite suite) {
        System.out.println("Stopping Sparrow");
        suite.close();
        place.home().ready().toFile().delete();
        place.home().settled().toFile().delete();
        place.home().roster().toFile().delete();
        place.home().pidFile(Place.LAUNCHER).toFile().delete();
        System.out.println("Stopped. Data are kept in " + place.home().data());
    }
}
