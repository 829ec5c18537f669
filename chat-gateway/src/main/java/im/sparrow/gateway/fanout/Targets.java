package im.sparrow.gateway.fanout;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Outlets grouped by their event loop, so that a frame is handed over once per loop. Immutable. */
public final class Targets {

    /** Nobody. */
    public static final Targets NONE = new Targets(List.of(), 0);

    private final List<Group> groups;
    private final int size;

    /** The outlets of one loop. */
    record Group(EventExecutor loop, Outlet[] outlets) {}

    private Targets(List<Group> groups, int size) {
        this.groups = groups;
        this.size = size;
    }

    /** These outlets. */
    public static Targets of(Collection<Outlet> outlets) {
        if (outlets.isEmpty()) {
            return NONE;
        }
        Map<EventExecutor, List<Outlet>> byLoop = new IdentityHashMap<>();
        for (Outlet outlet : outlets) {
            byLoop.computeIfAbsent(outlet.loop(), loop -> new ArrayList<>()).add(outlet);
        }
        List<Group> groups = new ArrayList<>(byLoop.size());
        byLoop.forEach((loop, its) -> groups.add(new Group(loop, its.toArray(Outlet[]::new))));
        return new Targets(List.copyOf(groups), outlets.size());
    }

    List<Group> groups() {
        return groups;
    }

    /** All of them, loop by loop. */
    public List<Outlet> outlets() {
        return groups.stream().flatMap(group -> Stream.of(group.outlets())).toList();
    }

    /** How many outlets. */
    public int size() {
        return size;
    }
}
