package im.sparrow.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A JVM's start-up cache (JDK 25's AOT cache: classes loaded and linked, profiles of methods): with it a start costs
 * a third of the CPU. It is recorded during the first run of a build and is tied to the JDK and to every jar, so its name holds the fingerprint of both; the JVM checks again and ignores what does not fit.
 */
final class StartCache {
    private final Path file;

    StartCache(Path folder, String part, String fingerprint) {
        file = folder.resolve(part + "-" + Hash.of(fingerprint, Runtime.version()) + ".aot");
    }

    boolean isMade() {
        return Files.exists(file);
    }

    /** Flags for a start: with the cache, or recording one. */
    List<String> flags() throws IOException {
        if (isMade()) {
            return List.of("-XX:AOTCache=" + file);
        }
        Files.deleteIfExists(recorded()); // a kill may have left half of one
        return List.of("-XX:AOTCacheOutput=" + recorded());
    }

    private Path recorded() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /**
     * Ends the recording of a living JVM and keeps what it recorded; the JVM goes on. Takes 10 to 20 s of CPU.
     *
     * @return whether there is a cache now
     */
    boolean make(ProcessHandle jvm) throws IOException, InterruptedException {
        if (isMade()) {
            return true;
        }
        var jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(jvm.pid()), "AOT.end_recording")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0 && keep();
    }

    /**
     * Keeps what was recorded, which a JVM also writes when it ends in order.
     *
     * @return whether there is a cache now
     */
    boolean keep() throws IOException {
        if (Files.notExists(recorded())) {
            return isMade();
        }
        Files.move(recorded(), file, StandardCopyOption.ATOMIC_MOVE);
        forgetOthers();
        return true;
    }

    // 140 MB each: only the newest is of any use.
    private void forgetOthers() throws IOException {
        var name = file.getFileName().toString();
        var prefix = name.substring(0, name.lastIndexOf('-') + 1);
        try (var files = Files.list(file.getParent())) {
            for (var other : files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .filter(f -> !f.equals(file))
                    .toList()) {
                Files.deleteIfExists(other);
            }
        }
    }
}
