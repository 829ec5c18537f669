package im.sparrow.gateway.room;

import im.sparrow.gateway.fanout.Outlet;
import im.sparrow.gateway.fanout.Targets;
import io.netty.util.collection.LongObjectHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A user with at least one socket here. Guarded by the lock of {@link Rooms}. */
final class LocalUser {

    final long id;
    final List<Room> rooms = new ArrayList<>(2);

    /** Completed once his rooms are registered. */
    final CompletableFuture<Void> known = new CompletableFuture<>();

    private final List<Outlet> outlets = new ArrayList<>(1);
    private Targets targets = Targets.NONE;
    private @Nullable LongObjectHashMap<Passing> passing;

    /**
     * What the stream said of his membership while his rooms are being asked for: the answer may be older.
     *
     * @param joined whether he joined, else he left
     * @param seq at which seq
     * @param early whether the question may have been on its way already, so that the answer cannot be relied on
     */
    record Passing(boolean joined, long seq, boolean early) {}

    LocalUser(long id) {
        this.id = id;
    }

    void add(Outlet outlet) {
        outlets.add(outlet);
        targets = Targets.of(outlets);
        rooms.forEach(Room::outletsChanged);
    }

    /** False when the outlet is not his, or no longer. */
    boolean remove(Outlet outlet) {
        if (!outlets.remove(outlet)) {
            return false;
        }
        targets = Targets.of(outlets);
        rooms.forEach(Room::outletsChanged);
        return true;
    }

    boolean gone() {
        return outlets.isEmpty();
    }

    List<Outlet> outlets() {
        return outlets;
    }

    Targets targets() {
        return targets;
    }

    /** Whether an answer about his rooms is awaited. */
    boolean asking() {
        return passing != null;
    }

    void startAsking() {
        if (passing == null) {
            passing = new LongObjectHashMap<>(2);
        }
    }

    /** What passed since {@link #startAsking}; from now on nothing is noted. */
    LongObjectHashMap<Passing> stopAsking() {
        LongObjectHashMap<Passing> noted = passing;
        passing = null;
        return noted == null ? new LongObjectHashMap<>(2) : noted;
    }

    void note(long conversation, Passing what) {
        if (passing != null) {
            passing.put(conversation, what);
        }
    }
}
