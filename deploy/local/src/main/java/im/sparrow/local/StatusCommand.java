package im.sparrow.local;

import im.sparrow.local.suite.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One line a part, looked at now; exit code 0 only when the launcher lives and all parts answer. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final Place place = new Place();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var all = true;
        for (var probe : Suite.readiness(place.layout()).entrySet()) {
            var part = probe.getKey();
            var process = place.process(part);
            var lack = process.isPresent() ? probe.getValue().lacks() : Optional.of("not running");
            all &= lack.isEmpty();
            System.out.printf(
                    "  %-18s %-8s %s%n",
                    part,
                    lack.isEmpty() ? "ready" : process.isPresent() ? "waits" : "stopped",
                    process.map(StatusCommand::about).orElse("")
                            + lack.map(words -> "  " + words).orElse(""));
        }
        var launcher = place.process(Place.LAUNCHER);
        if (launcher.isEmpty()) {
            System.out.println(
                    all || !place.living().isEmpty()
                            ? "  No launcher watches: ./sparrow up takes these over, ./sparrow down ends them."
                            : "  Sparrow is not running: ./sparrow up");
        }
        return all && launcher.isPresent() ? 0 : 1;
    }

    private static String about(ProcessHandle process) {
        var since = process.info().startInstant().orElseGet(Instant::now);
        var age = Duration.between(since, Instant.now());
        return "process %d, for %d:%02d:%02d"
                .formatted(process.pid(), age.toHours(), age.toMinutesPart(), age.toSecondsPart());
    }
}
