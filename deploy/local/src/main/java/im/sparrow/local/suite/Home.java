package im.sparrow.local.suite;

import im.sparrow.local.jvm.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one suite keeps everything.
 *
 * <pre>
 *   secrets            made at the first start, readable by the owner alone
 *   data/              database and broker: what survives; `reset` deletes it
 *   run/&lt;part&gt;.pid     pid, start in epoch milliseconds, signature
 *   run/launcher.pid   the same of the launcher
 *   run/parts.json     who is in the running suite, where each listens, what the relay carries
 *   run/ready          there while all parts answered
 *   run/settled        there once the start-up caches are made
 *   logs/&lt;part&gt;.log    output, appended
 * </pre>
 *
 * @param folder absolute
 */
public record Home(Path folder) {
    // The name of a Unix socket has at most 107 bytes.
    private static final int LONGEST_SOCKET = 100;

    /** {@code SPARROW_HOME}, else {@code .sparrow} in the checkout. */
    public static Home of(Path checkout) {
        var folder = Optional.ofNullable(System.getenv("SPARROW_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElseGet(() -> checkout.resolve(".sparrow"));
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** The folder of what survives. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The database's data: in {@link #data}, or under {@code SPARROW_DB_DATA}, which may be another file system. */
    public Path databaseData() {
        return Optional.ofNullable(System.getenv("SPARROW_DB_DATA"))
                .filter(other -> !other.isBlank())
                .map(other -> Path.of(other).toAbsolutePath().normalize())
                .orElseGet(this::data)
                .resolve("database");
    }

    /** The secrets' file. */
    public Path secrets() {
        return folder.resolve("secrets");
    }

    /** The folder of pid files. */
    public Path run() {
        return folder.resolve("run");
    }

    /** A part's pid file. */
    public Path pidFile(String part) {
        return run().resolve(part + ".pid");
    }

    /** Held by a living launcher. */
    public Path lock() {
        return run().resolve("launcher.lock");
    }

    /** Who is in the running suite: see {@link im.sparrow.local.layout.Roster}. */
    public Path roster() {
        return run().resolve("parts.json");
    }

    /** There while the launcher lives and all parts answered. */
    public Path ready() {
        return run().resolve("ready");
    }

    /** There once nobody has a start-up cache to make any more: from then on a start is as quick as it gets. */
    public Path settled() {
        return run().resolve("settled");
    }

    /** There once the demo texts were sent. */
    public Path demo() {
        return data().resolve("demo-texts-sent");
    }

    /** A part's log. */
    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    /** A private folder whose path is short enough for a socket: the database's. */
    Path sockets() throws IOException {
        var near = run().resolve("db");
        if (near.toString().length() < LONGEST_SOCKET) {
            Private.folder(near);
            return near;
        }
        var far = Path.of(System.getProperty("java.io.tmpdir"), "sparrow-" + Hash.of(folder.toString()));
        Private.folder(far);
        return far;
    }
}
