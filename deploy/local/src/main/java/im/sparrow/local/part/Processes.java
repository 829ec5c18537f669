package im.sparrow.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Small things that one does with processes. */
public final class Processes {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private static final int PAUSE_MILLIS = 20;

    private Processes() {}

    /**
     * Whether it runs. An orphan that has ended counts as alive for Java until the system's first process has taken
     * note of it, which in a container may be never.
     */
    public static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        return state(process).map(letter -> letter != 'Z').orElseGet(process::isAlive);
    }

    /** Whether a signal holds it up; false where the system does not say. */
    public static boolean isPaused(ProcessHandle process) {
        return state(process).filter(letter -> letter == 'T').isPresent();
    }

    // Empty when it is gone meanwhile, or when this is not Linux.
    private static Optional<Character> state(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return Optional.of(stat.charAt(stat.lastIndexOf(')') + 2));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Waits until the process is gone, at most that long; whether it is. */
    public static boolean isGone(ProcessHandle process, Duration longest) throws InterruptedException {
        var deadline = System.nanoTime() + longest.toNanos();
        while (isAlive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    /** Ends it in order, and after the grace by force. */
    public static void end(ProcessHandle process, Duration grace) throws InterruptedException {
        process.destroy();
        if (!isGone(process, grace)) {
            process.destroyForcibly();
            isGone(process, grace);
        }
    }

    /**
     * What goes before a command so that Ctrl-C at the terminal reaches the launcher alone, which then ends its parts in
     * their order. Keeps the process number, since the new process leads no group yet.
     */
    static List<String> ownSession() {
        return Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
    }
}
