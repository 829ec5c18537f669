package im.sparrow.gateway.room;

import im.sparrow.gateway.fanout.Outlet;
import im.sparrow.gateway.fanout.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with members here. Guarded by the lock of {@link Rooms}.
 *
 * <p>Invariant: the numbers only grow, and a record that is not newer than them passes nobody. A member hears nothing
 * below the seq from which on he belongs.
 */
final class Room {

    final long id;
    private long seq;
    private long change;

    private LocalUser[] members = new LocalUser[1];
    private int size;
    private long newestFrom;

    /** From which seq on each member belongs; null while that is the newest for all, as in most rooms. */
    private long @Nullable [] from;

    private @Nullable Targets all;

    /** Users whose rooms are being asked for because they were named to this one. */
    private @Nullable List<LocalUser> awaited;

    /** Users who are owed a head frame. */
    private @Nullable List<LocalUser> owed;

    Room(long id, long seq, long change) {
        this.id = id;
        this.seq = seq;
        this.change = change;
    }

    long seq() {
        return seq;
    }

    long change() {
        return change;
    }

    /** Whether a record is newer than all that was passed on; if so, its numbers are the highest from now on. */
    boolean takes(LogEvent event) {
        return switch (event.kind()) {
            case MESSAGE -> {
                boolean newer = event.seq() > seq;
                seq = Math.max(seq, event.seq());
                yield newer;
            }
            case CHANGE -> {
                boolean newer = event.change() > change;
                change = Math.max(change, event.change());
                yield newer;
            }
            // These go with the seq of the message beside them, so they are old only when below it.
            case MEMBERS, CONVERSATION, NACK -> event.seq() == 0 || event.seq() >= seq;
        };
    }

    /** Takes numbers over that were asked for and not heard. */
    void raise(long askedSeq, long askedChange) {
        seq = Math.max(seq, askedSeq);
        change = Math.max(change, askedChange);
    }

    /** Lets a user hear from a seq on; false when he did already (then only the seq is replaced). */
    boolean put(LocalUser user, long fromSeq) {
        all = null;
        int at = indexOf(user);
        if (at >= 0) {
            belongs(at, fromSeq);
            return false;
        }
        if (size == members.length) {
            members = Arrays.copyOf(members, size * 2);
            from = from == null ? null : Arrays.copyOf(from, size * 2);
        }
        members[size++] = user;
        belongs(size - 1, fromSeq);
        user.rooms.add(this);
        return true;
    }

    private void belongs(int at, long fromSeq) {
        if (from == null && size == 1) {
            newestFrom = fromSeq;
        } else if (from == null && fromSeq != newestFrom) {
            from = new long[members.length];
            Arrays.fill(from, newestFrom);
        }
        if (from != null) {
            from[at] = fromSeq;
            newestFrom = Math.max(newestFrom, fromSeq);
        }
    }

    private long from(int at) {
        return from == null ? newestFrom : from[at];
    }

    /** Lets a user hear no longer. */
    void remove(LocalUser user) {
        int at = indexOf(user);
        if (at >= 0) {
            all = null;
            size--;
            members[at] = members[size];
            if (from != null) {
                from[at] = from[size];
            }
            Arrays.fill(members, size, size + 1, null);
            user.rooms.remove(this);
            if (owed != null) {
                owed.remove(user);
            }
        }
    }

    List<LocalUser> members() {
        return List.of(Arrays.copyOf(members, size));
    }

    boolean has(LocalUser user) {
        return user.rooms.contains(this);
    }

    boolean idle() {
        return size == 0 && (awaited == null || awaited.isEmpty());
    }

    boolean empty() {
        return size == 0;
    }

    /** Stays here although it is empty, until it is known whether the user belongs. */
    void await(LocalUser user) {
        if (awaited == null) {
            awaited = new ArrayList<>(1);
        }
        if (!awaited.contains(user)) {
            awaited.add(user);
        }
    }

    void awaitNoLonger(LocalUser user) {
        if (awaited != null) {
            awaited.remove(user);
        }
    }

    void outletsChanged() {
        all = null;
    }

    /** Who hears of something at this seq: everybody at 0. */
    Targets hearing(long at) {
        if (at == 0 || at >= newestFrom) {
            Targets cached = all;
            if (cached == null) {
                cached = outlets(Long.MAX_VALUE);
                all = cached;
            }
            return cached;
        }
        return outlets(at);
    }

    private Targets outlets(long at) {
        List<Outlet> outlets = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (from(i) <= at) {
                outlets.addAll(members[i].outlets());
            }
        }
        return Targets.of(outlets);
    }

    /** Owes a head to everybody who must not hear of something at this seq itself; false when that is nobody. */
    boolean oweHeads(long at) {
        if (at >= newestFrom) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (from(i) > at) {
                oweHead(members[i]);
            }
        }
        return owed != null;
    }

    void oweHead(LocalUser user) {
        if (owed == null) {
            owed = new ArrayList<>(2);
        }
        if (!owed.contains(user)) {
            owed.add(user);
        }
    }

    /** Who was owed a head; from now on nobody is. */
    List<LocalUser> payHeads() {
        List<LocalUser> paid = owed == null ? List.of() : owed;
        owed = null;
        return paid;
    }

    private int indexOf(LocalUser user) {
        for (int i = 0; i < size; i++) {
            if (members[i] == user) {
                return i;
            }
        }
        return -1;
    }
}
