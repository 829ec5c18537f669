package im.sparrow.bench.profile;

import im.sparrow.bench.machine.Jvm;
import java.nio.file.Path;

/** The flight recorder of a running JVM, told from outside what to do. */
public final class Recording {

    private static final String NAME = "bench";

    private final long pid;
    private final Path file;

    private Recording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /** Begins to record a process; its file is written by {@link #stop}. */
    public static Recording start(long pid, Path file) {
        var recording = new Recording(pid, file);
        Jvm.ask(pid, "JFR.start", "name=" + NAME, "settings=profile");
        return recording;
    }

    /** Ends it and answers the file. */
    public Path stop() {
        Jvm.ask(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        return file;
    }
}
