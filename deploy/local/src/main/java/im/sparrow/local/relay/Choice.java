package im.sparrow.local.relay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which order a new connection tries the places to which it may go. */
final class Choice {
    private int turn;

    /** Who is ready comes first, and of those who has the fewest connections; equals take turns. */
    List<Passage> order(List<Passage> passages) {
        var from = passages.isEmpty() ? 0 : Math.floorMod(turn++, passages.size());
        var order = new ArrayList<Passage>(passages.subList(from, passages.size()));
        order.addAll(passages.subList(0, from));
        order.sort(Comparator.comparing(Passage::isReady).reversed().thenComparing(Passage::connections));
        return order;
    }
}
