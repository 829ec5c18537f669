package im.sparrow.local.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Small things that one does with processes. */
public final class Processes {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Processes() {}

    /** Waits until the process is gone, at most that long; whether it is. */
    public static boolean isGone(ProcessHandle process, Duration longest) throws InterruptedException {
        try {
            process.onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
