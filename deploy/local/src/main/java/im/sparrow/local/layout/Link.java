package im.sparrow.local.layout;

import java.util.List;

/**
 * A port of the relay and where it leads.
 *
 * @param port on 127.0.0.1
 * @param routes one, or several among which connections are spread
 */
public record Link(int port, List<Route> routes) {
    /** Copies the list. */
    public Link {
        routes = List.copyOf(routes);
    }
}
