package im.sparrow.local.layout;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is in the running suite, in a file ({@code run/parts.json}) for the other commands and for whoever checks the
 * suite from outside. Process numbers are not in it, since they change: each part's is in {@code run/<part>.pid}.
 *
 * @param base the first port of the block
 * @param shape how large it is
 * @param url the public door
 * @param control the relay's, as {@code http://127.0.0.1:7816}; empty where there is no relay
 * @param parts all, in the order of their start
 * @param links what the relay carries
 */
public record Roster(int base, Shape shape, String url, String control, List<Entry> parts, List<Link> links) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One part.
     *
     * @param name as its pid file and log
     * @param service the service it is an instance of, or its own name
     * @param port where it listens itself
     * @param management its health and metrics; 0 = none
     */
    public record Entry(String name, String service, int port, int management) {}

    /** Copies the lists. */
    public Roster {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
    }

    /** The roster of a suite. */
    public static Roster of(Layout layout) {
        var ports = layout.ports();
        var parts = new ArrayList<Entry>();
        if (layout.hasRelay()) {
            parts.add(new Entry(Layout.RELAY, Layout.RELAY, layout.control(), layout.control()));
        }
        parts.add(new Entry(Layout.DATABASE, Layout.DATABASE, ports.database(), 0));
        parts.add(new Entry(Layout.BROKER, Layout.BROKER, ports.broker(), 0));
        for (var instance : layout.instances()) {
            parts.add(new Entry(
                    instance.name(), instance.service().title(), layout.http(instance), layout.management(instance)));
        }
        return new Roster(
                ports.base(),
                layout.shape(),
                ports.url(Service.GATEWAY),
                layout.hasRelay() ? PortBlock.url(layout.control()) : "",
                parts,
                layout.links());
    }

    /** What the file says; empty when there is none or an older launcher wrote it. */
    public static Optional<Roster> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Roster.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Writes the file whole or not at all. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), this);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The layout it was written for. */
    public Layout layout() {
        return new Layout(new PortBlock(base), shape);
    }
}
