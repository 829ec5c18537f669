package im.sparrow.verify.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running suite, seen and touched from outside. */
public final class Suite {

    private static final long SIGNALLED_S = 5;

    private final Roster roster;
    private final Pids pids;
    private final Health health = new Health();
    private final Routes routes;
    private final Disk disk;

    /**
     * The suite whose launcher keeps this folder.
     *
     * @param run the launcher's, with {@code parts.json} and pid files
     */
    public Suite(Path run) {
        roster = Roster.in(run);
        pids = new Pids(run);
        routes = new Routes(roster.control());
        disk = new Disk(run.resolveSibling("disk"));
    }

    /** Who is in it. */
    public Roster roster() {
        return roster;
    }

    /** The ways that can be cut and slowed. */
    public Routes routes() {
        return routes;
    }

    /** What the database lies on. */
    public Disk disk() {
        return disk;
    }

    /** The living process of a part. */
    public Optional<ProcessHandle> process(String part) {
        return pids.of(part);
    }

    /** Names of the parts that do not do their work now. */
    public List<String> lacking() {
        return roster.parts().stream()
                .filter(part -> !health.isReady(part))
                .map(Roster.Part::name)
                .toList();
    }

    /** Whether all parts do their work. */
    public boolean isReady() {
        return roster.parts().stream().allMatch(health::isReady);
    }

    /**
     * Sends a signal.
     *
     * @param signal as {@code STOP} or {@code CONT}
     */
    public static void signal(ProcessHandle process, String signal) throws InterruptedException {
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(SIGNALLED_S, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill -" + signal + " " + process.pid() + " did not work");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
