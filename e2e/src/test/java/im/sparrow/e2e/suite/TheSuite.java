package im.sparrow.e2e.suite;

import im.sparrow.local.part.Mark;
import im.sparrow.local.part.PartState;
import im.sparrow.local.suite.PortBlock;
import im.sparrow.local.suite.Service;
import im.sparrow.local.suite.Suite;
import im.sparrow.local.suite.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The one suite of the tests: made from what the build has just packaged, with empty data. */
public final class TheSuite implements AutoCloseable {

    /** The first of its block of ports: away from a developer's own suite. */
    static final int PORT = 17_800;

    private final Suite suite;

    private TheSuite(Suite suite) {
        this.suite = suite;
    }

    /** The checkout. */
    public static Path root() {
        return Path.of(System.getProperty("sparrow.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** Where tests may leave things to look at. */
    public static Path target() {
        return root().resolve("e2e/target");
    }

    static TheSuite start() {
        Path folder = target().resolve("suite");
        try {
            endLeftovers(folder.resolve("run"));
            delete(folder);
            var options = SuiteOptions.forTest(root(), folder, PORT);
            return new TheSuite(Suite.start(options, news -> {
                if (news.state() instanceof PartState.Ready) {
                    System.out.println(
                            news.part() + " is ready after " + news.taken().toMillis() + " ms");
                }
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What a killed test left running, by its pid files. */
    private static void endLeftovers(Path run) throws IOException {
        if (!Files.isDirectory(run)) {
            return;
        }
        for (Path file : list(run)) {
            if (file.toString().endsWith(".pid")) {
                Mark.read(file).flatMap(Mark::process).ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The gateway's origin: the only door for clients. */
    public URI url() {
        return URI.create(suite.ports().url(Service.GATEWAY));
    }

    /** Its port. */
    public int port() {
        return new PortBlock(PORT).of(Service.GATEWAY);
    }

    /** The pid files of its parts. */
    public Path pids() {
        return suite.home().run();
    }

    /** {@code kill -9}; the launcher starts the part again by itself. */
    public void kill(String part) {
        suite.kill(part);
    }

    /** Comes back when every part answers. */
    public void awaitReady() throws InterruptedException {
        suite.awaitReady();
    }

    @Override
    public void close() {
        suite.close();
    }
}
