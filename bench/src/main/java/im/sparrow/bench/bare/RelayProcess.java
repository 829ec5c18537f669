package im.sparrow.bench.bare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@link Relay} as a process of its own, so that its processor's time is not the generator's. */
public final class RelayProcess implements AutoCloseable {

    private final Process process;

    private RelayProcess(Process process) {
        this.process = process;
    }

    /** Starts one at this port, with rooms of so many sockets. */
    public static RelayProcess start(int port, int size) {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        try {
            return new RelayProcess(new ProcessBuilder(
                            java,
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Relay.class.getName(),
                            Integer.toString(port),
                            Integer.toString(size))
                    .inheritIO()
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its pid. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
