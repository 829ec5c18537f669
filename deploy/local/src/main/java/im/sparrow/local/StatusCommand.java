package im.sparrow.local;

import im.sparrow.local.part.Processes;
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
    private static final String PAUSED = "paused by somebody (signal STOP): kill -CONT lets it go on";

    private final Place place = new Place();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var all = true;
        for (var probe : Suite.readiness(place.layout()).entrySet()) {
            var part = probe.getKey();
            var process = place.process(part);
            var lack = process.isEmpty()
                    ? Optional.of("not running")
                    : Processes.isPaused(process.get())
                            ? Optional.of(PAUSED)
                            : probe.getValue().lacks();
            all &= lack.isEmpty();
            System.out.println(line(part, process, lack));
        }
        DiskWatch.warnings(place.home()).forEach(warning -> System.out.println("  " + warning));
        var launcher = place.process(Place.LAUNCHER);
        if (launcher.isEmpty()) {
            var some = !place.living().isEmpty();
            System.out.println("  " + (some ? Words.NOBODY_WATCHES : "Sparrow is not running: ./sparrow up"));
        }
        return all && launcher.isPresent() ? 0 : 1;
    }

    // A part that lives and is not ready need not be starting: it says itself what it waits for.
    static String line(String part, Optional<ProcessHandle> process, Optional<String> lack) {
        var word = lack.isEmpty() ? "ready" : process.isPresent() ? "waits" : "stopped";
        var about = process.map(StatusCommand::about).orElse("");
        return "  %-18s %-8s %s%s"
                .formatted(part, word, about, lack.map(words -> "  " + words).orElse(""));
    }

    private static String about(ProcessHandle process) {
        var since = process.info().startInstant().orElseGet(Instant::now);
        var age = Duration.between(since, Instant.now());
        return "process %d, for %d:%02d:%02d"
                .formatted(process.pid(), age.toHours(), age.toMinutesPart(), age.toSecondsPart());
    }
}
