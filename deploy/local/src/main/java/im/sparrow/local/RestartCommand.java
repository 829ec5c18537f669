package im.sparrow.local;

import im.sparrow.local.suite.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Ends parts in order, one after the other, and waits until each is ready again: a gateway sends its clients elsewhere
 * first. The launcher starts them, since it watches them.
 */
@Command(name = "restart")
final class RestartCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PAUSE_MILLIS = 50;

    private final Place place = new Place();

    @Parameters(arity = "1..*")
    private List<String> parts = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (place.process(Place.LAUNCHER).isEmpty()) {
            System.out.println("  " + Words.NOBODY_WATCHES);
            return 1;
        }
        for (var part : parts) {
            if (!restart(place.part(part))) {
                return 1;
            }
        }
        return 0;
    }

    private boolean restart(String part) throws IOException, InterruptedException {
        var old = place.process(part);
        if (old.isEmpty()) {
            System.out.println("  " + part + " does not run now; ./sparrow status says more.");
            return false;
        }
        System.out.printf("  %s is told to end (process %d)%n", part, old.get().pid());
        var begin = Instant.now();
        old.get().destroy();
        var readiness = Optional.ofNullable(Suite.readiness(place.layout()).get(part));
        while (Duration.between(begin, Instant.now()).compareTo(PATIENCE) < 0) {
            var now = place.process(part);
            if (now.isPresent()
                    && now.get().pid() != old.get().pid()
                    && readiness.isPresent()
                    && readiness.get().lacks().isEmpty()) {
                System.out.printf(
                        "  %s is ready again after %s (process %d)%n",
                        part,
                        Console.seconds(Duration.between(begin, Instant.now())),
                        now.get().pid());
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        System.out.printf("  %s is not ready after %s: ./sparrow logs %s%n", part, Console.seconds(PATIENCE), part);
        return false;
    }
}
