package im.sparrow.local;

import im.sparrow.local.part.Processes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the launcher, which stops its parts; and what a killed launcher left behind. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {
    private static final Duration LAUNCHER_GRACE = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Place place = new Place();

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(
                stop(place) ? "Stopped. Data are kept in " + place.home().data() : "Sparrow is not running.");
        return 0;
    }

    /** Whether there was anything to stop. */
    static boolean stop(Place place) throws IOException, InterruptedException {
        var launcher = place.process(Place.LAUNCHER);
        if (launcher.isPresent()) {
            System.out.println("Stopping Sparrow (process " + launcher.get().pid() + ")");
            launcher.get().destroy();
            waitFor(place, launcher.get());
        }
        var left = new ArrayList<>(place.living().entrySet());
        for (var part : left.reversed()) {
            System.out.println("  ending " + part.getKey() + ", left behind (process "
                    + part.getValue().pid() + ")");
            Processes.end(part.getValue(), GRACE);
        }
        for (var part : place.parts()) {
            place.home().pidFile(part).toFile().delete();
        }
        place.home().ready().toFile().delete();
        place.home().roster().toFile().delete();
        place.home().pidFile(Place.LAUNCHER).toFile().delete();
        return launcher.isPresent() || !left.isEmpty();
    }

    private static void waitFor(Place place, ProcessHandle launcher) throws IOException, InterruptedException {
        for (var waited = Duration.ZERO; waited.compareTo(LAUNCHER_GRACE) < 0; waited = waited.plusSeconds(5)) {
            if (Processes.isGone(launcher, Duration.ofSeconds(5))) {
                return;
            }
            var living = place.living().keySet();
            if (!living.isEmpty()) {
                System.out.println("  still stopping " + String.join(", ", living));
            }
        }
        launcher.destroyForcibly();
    }
}
