package im.sparrow.verify.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The append-only record of a run. The order of its events is a true one: what is appended before something happens
 * stands before what is appended after it, whichever thread did it.
 */
public final class History implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long began = System.nanoTime();
    private final Path path;
    private final BufferedWriter file;
    private Consumer<Event> ear = event -> {};

    /** Starts a history in this file. */
    public History(Path file) {
        this.path = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.file = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds since the run began. */
    public long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** Lets one more hear each event, in the order of the record and before the next is appended: be quick. */
    public synchronized void listen(Consumer<Event> one) {
        ear = ear.andThen(one);
    }

    /** Appends. */
    public synchronized void add(Event event) {
        ear.accept(event);
        try {
            file.write(JSON.writeValueAsString(event));
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything so far, read from the file: millions of events in memory would stop every client at each collection. */
    public synchronized List<Event> events() {
        try {
            file.flush();
            return read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a recording, for instance to check it again. */
    public static List<Event> read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(History::parse).toList();
        }
    }

    private static Event parse(String line) {
        try {
            return JSON.readValue(line, Event.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
