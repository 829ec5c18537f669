package im.sparrow.platform.identity;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sets of rights, each kept once however many hold it: whoever has the same roles has the same rights, and a gateway
 * remembers those of every socket.
 *
 * <p>Bound: {@value #MAX} sets; when there are more, all are forgotten and kept anew.
 */
final class SharedRights {

    static final int MAX = 1_024;

    private final Map<Set<String>, Set<String>> kept = new ConcurrentHashMap<>();

    /** An equal set, the same one for all who ask while it is kept. */
    Set<String> shared(Set<String> rights) {
        Set<String> known = kept.get(rights);
        if (known != null) {
            return known;
        }
        if (kept.size() >= MAX) {
            kept.clear();
        }
        Set<String> own = Set.copyOf(rights);
        Set<String> earlier = kept.putIfAbsent(own, own);
        return earlier == null ? own : earlier;
    }

    int size() {
        return kept.size();
    }
}
