package im.sparrow.verify.suite;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the launcher says of the suite it runs, in {@code run/parts.json}.
 *
 * @param url the public door
 * @param control the relay's, empty where there is no relay
 * @param parts all of them
 * @param links what the relay carries
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Roster(String url, String control, List<Part> parts, List<Link> links) {

    /** The service through which everybody talks. */
    public static final String GATEWAY = "chat-gateway";

    private static final String BROKER = "broker";
    private static final String FILE = "parts.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One process.
     *
     * @param name of its pid file and log
     * @param service of which it is an instance
     * @param port where it listens itself
     * @param management its health; 0 for none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(String name, String service, int port, int management) {}

    /** A port of the relay, and where it leads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Link(List<Route> routes) {}

    /** One way, named {@code who~whom}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Route(String name) {}

    /** Whether a launcher has written one there. */
    public static boolean isIn(Path run) {
        return Files.exists(run.resolve(FILE));
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException when the launcher has written none
     */
    public static Roster in(Path run) {
        Path file = run.resolve(FILE);
        if (Files.notExists(file)) {
            throw new IllegalStateException("No suite is known in " + run
                    + ": --run names the launcher's folder of that name; --own starts a suite of its own.");
        }
        try {
            return JSON.readValue(file.toFile(), Roster.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of a service's instances. */
    public List<String> instances(String service) {
        return parts.stream()
                .filter(part -> part.service().equals(service))
                .map(Part::name)
                .toList();
    }

    /** The gateways' own doors, past any balancer. */
    public List<URI> gateways() {
        return parts.stream()
                .filter(part -> part.service().equals(GATEWAY))
                .map(part -> URI.create("http://127.0.0.1:" + part.port()))
                .toList();
    }

    /** The broker's own door, as {@code host:port}; empty when there is none. */
    public String broker() {
        return parts.stream()
                .filter(part -> part.service().equals(BROKER))
                .map(part -> "127.0.0.1:" + part.port())
                .findFirst()
                .orElse("");
    }

    /** The relay's ways from one service's instances to another's. */
    public List<String> routes(String from, String to) {
        return links.stream()
                .flatMap(link -> link.routes().stream())
                .map(Route::name)
                .filter(name -> {
                    String[] ends = name.split("~", 2);
                    return ends.length == 2
                            && instances(from).contains(ends[0])
                            && instances(to).contains(ends[1]);
                })
                .toList();
    }
}
