package im.sparrow.bench.stage;

import im.sparrow.bench.machine.Memory;
import im.sparrow.bench.machine.Stopwatch;
import im.sparrow.bench.machine.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A suite that nobody uses yet: how long it took to start, what memory it holds, what it does all day. */
public final class Rest implements Stage {

    private static final double MB = 1_024 * 1_024;

    @Override
    public Result run(Ground ground) throws InterruptedException {
        Result result = Result.of("rest");
        result.about()
                .add(
                        "resident memory of all processes, the launcher's too, before any load; start as the launcher saw it");
        started(ground, result);
        double all = 0;
        for (Map.Entry<String, Long> part : ground.installation().everything().entrySet()) {
            double megabytes = Memory.resident(part.getValue()) / MB;
            if (!part.getKey().equals(Window.GENERATOR)) {
                all += megabytes;
                result.figures().put("rest.memory." + part.getKey(), megabytes);
            }
        }
        result.figures().put("rest.memory", all);
        var stopwatch = Stopwatch.start(ground.installation().processes());
        Thread.sleep((long) (ground.effort().seconds() * 1_000));
        Line line = Line.of("at rest (a thousand = seconds)", 0, ground.effort().seconds(), 0, 0, 0, stopwatch.stop());
        result.lines().add(line);
        ground.say().accept(String.format(Locale.ROOT, "  %.0f MB resident; %s", all, line.text()));
        return result;
    }

    /** The launcher writes when it began; the file is made when all parts answered. */
    private static void started(Ground ground, Result result) {
        Path ready = ground.installation().home().resolve("run/ready");
        try {
            Instant begin = Instant.parse(Files.readString(ready).strip());
            Duration taken =
                    Duration.between(begin, Files.getLastModifiedTime(ready).toInstant());
            result.figures().put("rest.start", taken.toMillis() / 1e3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
