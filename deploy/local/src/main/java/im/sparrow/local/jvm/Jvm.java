package im.sparrow.local.jvm;

import java.io.IOException;
import java.nio.file.Path;

/** Asks a living JVM of this user for something, by the JDK's own {@code jcmd}. */
public final class Jvm {
    private Jvm() {}

    /** Whether it did what it was asked. */
    static boolean ask(ProcessHandle jvm, String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(jvm.pid()), command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    /** Lets it give back what only its start needed: garbage, and native memory that is free but kept. */
    public static void settle(ProcessHandle jvm) throws IOException, InterruptedException {
        if (ask(jvm, "GC.run")) {
            ask(jvm, "System.trim_native_heap");
        }
    }
}
