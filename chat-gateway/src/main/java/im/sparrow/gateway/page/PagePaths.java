package im.sparrow.gateway.page;

import java.util.List;
import java.util.Optional;

/** Which paths are the web client's, and how long a browser may keep what is there. Pure. */
final class PagePaths {

    private static final List<String> OTHERS = List.of("/api", "/ws", "/q", "/internal", "/.well-known");
    private static final String HASHED = "/assets/";

    private PagePaths() {}

    /** Whether the client's own router knows the path: no file name, and of no other part of the gateway. */
    static boolean clientRoute(String path) {
        return path.length() > 1 && path.indexOf('.') < 0 && OTHERS.stream().noneMatch(other -> under(path, other));
    }

    /**
     * The {@code Cache-Control} of a path. A file under {@code /assets/} has its content's hash in its name and never
     * changes; the page itself is asked for each time, or a new release would wait for a day.
     */
    static Optional<String> caching(String path) {
        if (path.startsWith(HASHED)) {
            return Optional.of("public, max-age=31536000, immutable");
        }
        if (OTHERS.stream().anyMatch(other -> under(path, other))) {
            return path.equals("/.well-known/jwks.json") ? Optional.empty() : Optional.of("no-store");
        }
        return Optional.of("no-cache");
    }

    private static boolean under(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
