package im.sparrow.local.relay;

import im.sparrow.local.layout.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One route at work: its weather, its connections, and whether its end takes new ones. On the event loop only. */
final class Passage {
    private final Route route;
    private final Set<Pair> pairs = new HashSet<>();
    private Weather weather = Weather.FAIR;
    private boolean ready = true; // until the contrary is known

    Passage(Route route) {
        this.route = route;
    }

    Route route() {
        return route;
    }

    Weather weather() {
        return weather;
    }

    int connections() {
        return pairs.size();
    }

    /** Whether new connections should go there. */
    boolean isReady() {
        return ready && weather.state() == Weather.State.OPEN;
    }

    void ready(boolean now) {
        ready = now;
    }

    void add(Pair pair) {
        pairs.add(pair);
    }

    void remove(Pair pair) {
        pairs.remove(pair);
    }

    void change(Weather next) {
        weather = next;
        for (var pair : List.copyOf(pairs)) {
            if (next.state() == Weather.State.CLOSED) {
                pair.close();
            } else {
                pair.go();
            }
        }
    }
}
