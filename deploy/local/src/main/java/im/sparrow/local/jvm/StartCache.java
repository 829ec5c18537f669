package im.sparrow.local.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A JVM's start-up cache (JDK 25's AOT cache: classes loaded and linked, profiles of methods): with it a start costs a
 * third of the CPU. It is tied to the JDK and to every jar, so its name holds the fingerprint of both; the JVM checks
 * again and ignores what does not fit.
 *
 * <p>It comes in two steps. The first run of a build records what it loads; the recording is written when it is asked
 * for, which stops the JVM for 3 s, or else when the JVM ends. From the recording a process of its own makes the cache,
 * beside the running suite, or else before the next start.
 */
public final class StartCache {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final ReentrantLock making = new ReentrantLock();
    private final Path file;
    private final List<String> java;
    private final String classPath;

    /**
     * The cache of one part.
     *
     * @param fingerprint of all its jars
     * @param java the command line of its JVM, without class path
     * @param classPath the class path, or the jar that is run
     */
    public StartCache(Path folder, String part, String fingerprint, List<String> java, String classPath) {
        file = folder.resolve(part + "-" + Hash.of(fingerprint, Runtime.version(), java, classPath) + ".aot");
        this.java = java;
        this.classPath = classPath;
    }

    /** Whether it is there. */
    public boolean isMade() {
        return Files.exists(file);
    }

    /** What the JVM writes. */
    private Path written() {
        return file.resolveSibling(file.getFileName() + ".written");
    }

    /** What a JVM wrote that had done its work. */
    private Path recording() {
        return file.resolveSibling(file.getFileName() + ".recording");
    }

    /** Keeps what the JVM has written, for the next launcher: to be called when it answered, and then ended in order. */
    public void keep() throws IOException {
        if (Files.exists(written())) {
            Files.move(written(), recording(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Flags for a start that leaves recording to another: with the cache if there is one. */
    public List<String> flagsOfAnother() {
        return isMade() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** Flags for a start: with the cache, which is made if there is a recording; else recording. */
    public List<String> flags() throws IOException, InterruptedException {
        if (!making.tryLock()) {
            return List.of(); // killed while its cache is being made: it does not wait for that
        }
        try {
            if (!isMade() && Files.exists(recording())) {
                assemble();
            }
        } finally {
            making.unlock();
        }
        return isMade()
                ? List.of("-XX:AOTCache=" + file)
                : List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + written(), "-Xlog:aot*=error");
    }

    /**
     * Makes the cache from what the JVM has recorded so far; the JVM goes on, without recording. Takes 5 to 10 s of CPU.
     *
     * @return whether there is a cache now
     */
    public boolean make(ProcessHandle jvm) throws IOException, InterruptedException {
        making.lock();
        try {
            if (!isMade() && Files.notExists(recording())) {
                Jvm.ask(jvm, "AOT.end_recording");
                keep();
            }
            if (!isMade() && Files.exists(recording())) {
                assemble();
            }
        } finally {
            making.unlock();
        }
        return isMade();
    }

    private void assemble() throws IOException, InterruptedException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        var command = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            command.add(NICE.toString());
        }
        command.addAll(java);
        command.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + fresh));
        command.addAll(List.of("-cp", classPath));
        var code = run(command);
        Files.delete(recording()); // also one that is half-written: the next start records again
        if (code == 0 && Files.exists(fresh)) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            forgetOthers();
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    // 100 MB each: only the newest is of any use.
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
