package im.sparrow.local;

import im.sparrow.local.demo.Demo;
import im.sparrow.local.machine.Lack;
import im.sparrow.local.machine.MachineCheck;
import im.sparrow.local.part.Mark;
import im.sparrow.local.suite.PortBlock;
import im.sparrow.local.suite.Service;
import im.sparrow.local.suite.Suite;
import im.sparrow.local.suite.SuiteFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the suite and stays with it; or, detached, starts a launcher that does. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(10);
    // All parts together, at rest: 0.2 to 0.4 s.
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Place place = new Place();
    private final Console console = new Console(System.out, Place.parts().size());

    @Option(names = "--detach")
    private boolean detach;

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(place.home().run());
        if (detach) {
            return new Detached(place, noDemo).start();
        }
        try (var channel = FileChannel.open(place.home().lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var lock = Optional.ofNullable(channel.tryLock());
            return lock.isPresent() ? run(lock.get()) : alreadyRunning(place);
        }
    }

    static int alreadyRunning(Place place) throws IOException {
        var launcher = place.process(Place.LAUNCHER).map(process -> " (process " + process.pid() + ")");
        System.out.println("Sparrow is already running" + launcher.orElse("") + ": "
                + place.ports().url(Service.GATEWAY));
        System.out.println("  ./sparrow status   says how it is, ./sparrow down stops it.");
        return 0;
    }

    private int run(FileLock lock) throws IOException, InterruptedException {
        var begin = Instant.now();
        if (!lock.isValid() || !machineWillDo()) {
            return 1;
        }
        Files.deleteIfExists(place.home().ready());
        Mark.of(ProcessHandle.current(), "launcher").write(place.home().pidFile(Place.LAUNCHER));
        var suite = Suite.prepared(place.options(), console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(suite), "end"));
        System.out.println("Starting Sparrow: database, broker, six services");
        try {
            suite.begin();
        } catch (SuiteFailure failure) {
            System.out.println(failure.getMessage());
            Tail.ofFailed(place.home(), failure.parts());
            return 1;
        }
        Files.writeString(place.home().ready(), begin + "\n");
        welcome(place.ports(), Duration.between(begin, Instant.now()));
        console.up();
        afterwards(suite);
        new CountDownLatch(1).await(); // until a signal
        return 0;
    }

    private boolean machineWillDo() throws IOException {
        var ours = place.living().values().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        var lacks = MachineCheck.lacks(place.home().folder(), place.ports().base(), ours);
        lacks.forEach(lack -> System.out.println("  lacking  " + lack));
        return lacks.stream().noneMatch(Lack::fatal);
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
    private void afterwards(Suite suite) throws InterruptedException {
        try {
            if (!noDemo) {
                var texts = new Demo(
                                place.ports().url(Service.GATEWAY), place.home().demo())
                        .send();
                if (texts > 0) {
                    System.out.printf("  Sent %d texts in the names of the demo accounts.%n", texts);
                }
            }
        } catch (IOException e) {
            System.out.println("  No demo texts, the next start tries again: " + e.getMessage());
        }
        try {
            awaitQuiet(suite);
            var begin = Instant.now();
            var made = suite.settle();
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
        var used = QUIET;
        while (used.compareTo(QUIET) >= 0) {
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
        place.home().pidFile(Place.LAUNCHER).toFile().delete();
        System.out.println("Stopped. Data are kept in " + place.home().data());
    }
}
