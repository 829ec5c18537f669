package im.sparrow.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running database server, a child of this process. Closing it keeps the data. */
public final class DatabaseServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final DatabaseSettings settings;
    private final Process process;

    private DatabaseServer(DatabaseSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the server and comes back when it takes connections, within 60 s; the first time its data are laid out.
     *
     * @throws IOException when it ends or does not greet in time; the message holds the end of its log
     */
    public static DatabaseServer start(DatabaseProgram program, DatabaseSettings settings) throws IOException {
        var command = program.prepare(settings);
        var log = settings.run().resolve("db.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var deadline = System.nanoTime() + START.toNanos();
        while (!greets(settings.port())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException(program.title() + " did not start:\n" + Files.readString(log));
            }
            pause();
        }
        return new DatabaseServer(settings, process);
    }

    /** Whether a MySQL-speaking server on this machine greets on that port: its init file has been run by then. */
    public static boolean greets(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(1000);
            var header = socket.getInputStream().readNBytes(5);
            // Length (3 bytes), sequence number 0, then protocol version 10; an error packet begins with 0xff there.
            return header.length == 5 && header[3] == 0 && header[4] == 10;
        } catch (IOException e) {
            return false;
        }
    }

    /** URL for Connector/J, with the parameters that every service uses. */
    public String jdbcUrl(String schema) {
        return jdbcUrl(settings.port(), schema);
    }

    /** URL for Connector/J of a server on that port of this machine. */
    public static String jdbcUrl(int port, String schema) {
        return jdbcUrl("127.0.0.1", port, schema);
    }

    /** URL for Connector/J of any server, with the parameters that every service uses. */
    public static String jdbcUrl(String host, int port, String schema) {
        return "jdbc:mysql://" + host + ":" + port + "/" + schema
                + "?rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC";
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return settings.port();
    }

    /** The process, for who wants to kill it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it at once, as a power cut of the process: nothing is flushed that a commit did not flush. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop and waits at most 30 s, then kills it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database started", e);
        }
    }
}
