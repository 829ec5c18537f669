package im.sparrow.gateway.room;

import im.sparrow.contracts.Id;
import im.sparrow.gateway.fanout.Delivery;
import im.sparrow.gateway.fanout.Outlet;
import im.sparrow.gateway.fanout.Targets;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.log.MessageLog.OpenInterval;
import io.netty.util.collection.LongObjectHashMap;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who of which conversation is connected here. Any thread: one short lock guards all of it, and nothing is written to a
 * socket under it.
 *
 * <p>Invariant: a user is in a room here only while his interval is open as far as the stream has been passed on, or a
 * question about it is on its way whose answer will be compared with what passed meanwhile.
 */
@Singleton
public class Rooms {

    private final ReentrantLock lock = new ReentrantLock();
    private final LongObjectHashMap<LocalUser> users = new LongObjectHashMap<>();
    private final LongObjectHashMap<Room> rooms = new LongObjectHashMap<>();
    private final Set<LocalUser> asking = new HashSet<>();
    private final Set<Room> owing = new HashSet<>();
    private final Set<LocalUser> parted = new HashSet<>();

    /**
     * A user's first or further socket.
     *
     * @param first whether his rooms must be asked for
     * @param known done once they are registered
     */
    public record Joined(boolean first, CompletableFuture<Void> known) {}

    /** Counts a socket in. */
    public Joined join(Id userId, Outlet outlet) {
        lock.lock();
        try {
            LocalUser user = users.get(userId.value());
            boolean first = user == null;
            if (user == null) {
                user = new LocalUser(userId.value());
                users.put(user.id, user);
                ask(user);
            }
            user.add(outlet);
            return new Joined(first, user.known);
        } finally {
            lock.unlock();
        }
    }

    /** Counts a socket out; the user's rooms go with his last one. */
    public void leave(Id userId, Outlet outlet) {
        lock.lock();
        try {
            LocalUser user = users.get(userId.value());
            if (user != null && user.remove(outlet) && user.gone()) {
                users.remove(user.id);
                for (long conversation : stopAsking(user).keySet()) {
                    Room room = rooms.get(conversation);
                    if (room != null) {
                        drop(room, user);
                    }
                }
                List.copyOf(user.rooms).forEach(room -> drop(room, user));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the user has a socket here. */
    public boolean local(long userId) {
        lock.lock();
        try {
            return users.containsKey(userId);
        } finally {
            lock.unlock();
        }
    }

    /** The users who have a socket here, at this moment. */
    public List<Id> localUsers() {
        lock.lock();
        try {
            List<Id> ids = new ArrayList<>(users.size());
            users.keySet().forEach(id -> ids.add(new Id(id)));
            return ids;
        } finally {
            lock.unlock();
        }
    }

    /** How many rooms there are. */
    public int size() {
        return rooms.size();
    }

    /** All sockets of a user. */
    public Targets socketsOf(long userId) {
        lock.lock();
        try {
            LocalUser user = users.get(userId);
            return user == null ? Targets.NONE : user.targets();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Passes records of the stream on, in their order.
     *
     * @param events in the stream's order
     * @param due takes what is to be written
     * @return users who were named to a room that is not here: their rooms must be asked for
     */
    List<Id> pass(Collection<LogEvent> events, Collection<Delivery> due) {
        var hinted = new ArrayList<Id>(0);
        lock.lock();
        try {
            for (LogEvent event : events) {
                pass(event, due, hinted);
            }
        } finally {
            lock.unlock();
        }
        return hinted;
    }

    private void pass(LogEvent event, Collection<Delivery> due, List<Id> hinted) {
        if (event.to() != 0) {
            LocalUser user = users.get(event.to());
            if (user != null) {
                due.add(new Delivery(event.conversation(), event.frame(), event.at(), user.targets()));
            }
            return;
        }
        Room room = rooms.get(event.conversation());
        if (room != null && !room.takes(event)) {
            return;
        }
        MembershipEffect effect = event.membership();
        if (effect != null) {
            room = join(event, effect, room, hinted);
        }
        deliver(event, room, due);
        if (effect != null) {
            leave(event, effect, room);
        }
    }

    private void deliver(LogEvent event, @Nullable Room room, Collection<Delivery> due) {
        LocalUser actor = users.get(event.actor());
        if (room != null) {
            Targets hearing = room.hearing(event.seq());
            if (hearing.size() > 0) {
                due.add(new Delivery(event.conversation(), event.frame(), event.at(), hearing));
            }
            if (event.kind() == LogEvent.Kind.CHANGE && room.oweHeads(event.seq())) {
                owing.add(room);
            }
        }
        if (actor != null && (room == null || !room.has(actor))) {
            due.add(new Delivery(event.conversation(), event.frame(), event.at(), actor.targets()));
        }
    }

    private @Nullable Room join(LogEvent event, MembershipEffect effect, @Nullable Room here, List<Id> hinted) {
        Room room = here;
        for (long id : effect.joining()) {
            LocalUser user = users.get(id);
            if (user == null) {
                continue;
            }
            if (room != null && !room.empty()) {
                // A joining nobody reads a line about has no message of its own: his part begins with the next.
                room.put(user, event.seq() == 0 ? room.seq() + 1 : event.seq());
                continue;
            }
            // A room that is not here: its numbers are not known, so who was named to it is asked about. Until then
            // it stands here empty, so that what passes meanwhile is counted.
            if (room == null) {
                room = new Room(event.conversation(), event.seq(), event.change());
                rooms.put(room.id, room);
            }
            boolean early = user.asking();
            ask(user);
            user.note(room.id, new LocalUser.Passing(true, event.seq(), early));
            room.await(user);
            hinted.add(new Id(id));
        }
        return room;
    }

    private void leave(LogEvent event, MembershipEffect effect, @Nullable Room room) {
        for (long id : effect.leaving()) {
            LocalUser user = users.get(id);
            if (user != null) {
                leave(event, user, room);
            }
        }
        if (effect.allLeave()) {
            for (LocalUser user : List.copyOf(asking)) {
                leave(event, user, room);
            }
            if (room != null) {
                room.members().forEach(user -> leave(event, user, room));
            }
        }
    }

    private void leave(LogEvent event, LocalUser user, @Nullable Room room) {
        user.note(event.conversation(), new LocalUser.Passing(false, event.seq(), false));
        if (room != null) {
            drop(room, user);
        }
    }

    /**
     * Takes an answer about a user's rooms in, and compares it with what passed since it was asked for.
     *
     * @return whether the answer may be too old, so that the user must be asked about again
     */
    boolean admit(Id userId, Collection<OpenInterval> intervals) {
        LocalUser user;
        boolean again;
        lock.lock();
        try {
            user = users.get(userId.value());
            if (user == null) {
                return false;
            }
            LongObjectHashMap<LocalUser.Passing> passed = stopAsking(user);
            for (OpenInterval interval : intervals) {
                LocalUser.Passing what = passed.get(interval.conversationId().value());
                if (what == null || what.joined() || what.seq() <= interval.seq()) {
                    put(user, interval);
                }
            }
            again = settle(user, passed);
        } finally {
            lock.unlock();
        }
        user.known.complete(null);
        return again;
    }

    private void put(LocalUser user, OpenInterval interval) {
        Room room = roomOf(interval);
        if (room.empty()) {
            room.raise(interval.seq(), interval.changeSeq());
        }
        // A first answer is followed by the question what changed; a later one must say so itself.
        if (room.put(user, interval.fromSeq()) && user.known.isDone()) {
            room.oweHead(user);
            owing.add(room);
        }
    }

    private Room roomOf(OpenInterval interval) {
        long id = interval.conversationId().value();
        Room room = rooms.get(id);
        if (room == null) {
            room = new Room(id, interval.seq(), interval.changeSeq());
            rooms.put(id, room);
        }
        return room;
    }

    private boolean settle(LocalUser user, LongObjectHashMap<LocalUser.Passing> passed) {
        boolean again = false;
        for (var entry : passed.entries()) {
            Room room = rooms.get(entry.key());
            LocalUser.Passing what = entry.value();
            if (room == null || !what.joined()) {
                continue;
            }
            if (what.early() && !room.has(user)) {
                ask(user);
                user.note(room.id, new LocalUser.Passing(true, what.seq(), false));
                again = true;
            } else {
                room.awaitNoLonger(user);
                forgetIfIdle(room);
            }
        }
        return again;
    }

    /**
     * Makes a user's rooms what the answer says, after records may have been missed: to be called while none is passed
     * on. Who is behind is owed a head.
     *
     * @param settled rooms whose numbers the answers since the gap have given; a later answer knows more than an earlier
     *     one, and what lies between the two, such as somebody's leaving, must still pass
     */
    void rebuild(Id userId, Collection<OpenInterval> intervals, Set<Long> settled) {
        lock.lock();
        try {
            LocalUser user = users.get(userId.value());
            if (user == null) {
                return;
            }
            Set<Long> open = new HashSet<>();
            for (OpenInterval interval : intervals) {
                open.add(interval.conversationId().value());
                Room room = roomOf(interval);
                boolean newer = interval.seq() > room.seq() || interval.changeSeq() > room.change();
                if (settled.add(room.id) && newer) {
                    room.raise(interval.seq(), interval.changeSeq());
                    room.members().forEach(room::oweHead);
                    owing.add(room);
                }
                if (room.put(user, interval.fromSeq())) {
                    room.oweHead(user);
                    owing.add(room);
                }
            }
            for (Room room : List.copyOf(user.rooms)) {
                if (!open.contains(room.id)) {
                    drop(room, user);
                    parted.add(user);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sockets of those who left a room unseen, since the last call: they have missed what was said before they left, and
     * that they left, and only a client knows up to where it was in.
     */
    List<Outlet> parted() {
        lock.lock();
        try {
            List<Outlet> outlets = new ArrayList<>();
            parted.forEach(user -> outlets.addAll(user.outlets()));
            parted.clear();
            return outlets;
        } finally {
            lock.unlock();
        }
    }

    /** The heads that are owed, at most one a user and room since the last call. */
    List<Delivery> heads() {
        List<Delivery> due = new ArrayList<>();
        lock.lock();
        try {
            for (Room room : owing) {
                List<Outlet> outlets = new ArrayList<>();
                room.payHeads().forEach(user -> outlets.addAll(user.outlets()));
                if (!outlets.isEmpty()) {
                    var head = new ServerFrame.Head(new Id(room.id), room.seq(), room.change());
                    due.add(new Delivery(room.id, head.bytes(), 0, Targets.of(outlets)));
                }
            }
            owing.clear();
        } finally {
            lock.unlock();
        }
        return due;
    }

    private void drop(Room room, LocalUser user) {
        room.remove(user);
        room.awaitNoLonger(user);
        forgetIfIdle(room);
    }

    private void forgetIfIdle(Room room) {
        if (room.idle()) {
            rooms.remove(room.id);
            owing.remove(room);
        }
    }

    private void ask(LocalUser user) {
        user.startAsking();
        asking.add(user);
    }

    private LongObjectHashMap<LocalUser.Passing> stopAsking(LocalUser user) {
        asking.remove(user);
        return user.stopAsking();
    }
}
