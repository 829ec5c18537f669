package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may see what of one conversation, worked out from the log's own lines: a membership goes from the line that tells
 * of the joining to the line that tells of the leaving, both included.
 */
final class Intervals {

    private static final Set<String> JOINS = Set.of("friends_now", "group_created", "members_added", "members_joined");
    private static final Set<String> LEAVES = Set.of("members_left", "members_removed");

    /** From a seq to a seq, both included; {@link Long#MAX_VALUE} while it is open. */
    record Interval(long from, long to) {
        boolean holds(long seq) {
            return from <= seq && seq <= to;
        }

        boolean open() {
            return to == Long.MAX_VALUE;
        }
    }

    private final Map<String, List<Interval>> byUser = new HashMap<>();

    /** From the items of the whole log, ascending. */
    static Intervals of(Collection<Item> log) {
        var intervals = new Intervals();
        for (Item item : log) {
            Item.Note note = item.note();
            if (note != null && JOINS.contains(note.event())) {
                note.users().forEach(user -> intervals.open(user, item.seq()));
                if (note.actor() != null && note.event().equals("group_created")) {
                    intervals.open(note.actor(), item.seq());
                }
            } else if (note != null && LEAVES.contains(note.event())) {
                note.users().forEach(user -> intervals.close(user, item.seq()));
            }
        }
        return intervals;
    }

    /** From whom the log let in and out, by seq. */
    static Intervals ofFlips(Collection<Event.LoggedFlip> flips) {
        var intervals = new Intervals();
        for (Event.LoggedFlip flip : flips) {
            flip.come().forEach(user -> intervals.open(user, flip.seq()));
            flip.gone().forEach(user -> intervals.close(user, flip.seq()));
        }
        return intervals;
    }

    private void open(String user, long seq) {
        List<Interval> own = byUser.computeIfAbsent(user, any -> new ArrayList<>());
        if (own.isEmpty() || !own.getLast().open()) {
            own.add(new Interval(seq, Long.MAX_VALUE));
        }
    }

    private void close(String user, long seq) {
        List<Interval> own = byUser.getOrDefault(user, List.of());
        if (!own.isEmpty() && own.getLast().open()) {
            own.set(own.size() - 1, new Interval(own.getLast().from(), seq));
        }
    }

    /** Everybody who was ever a member. */
    Set<String> users() {
        return byUser.keySet();
    }

    /** Whether the user may see this seq. */
    boolean visible(String user, long seq) {
        return byUser.getOrDefault(user, List.of()).stream().anyMatch(interval -> interval.holds(seq));
    }

    /** Whether the user is in it at the end. */
    boolean member(String user) {
        List<Interval> own = of(user);
        return !own.isEmpty() && own.getLast().open();
    }

    /** The user's intervals, ascending. */
    List<Interval> of(String user) {
        return byUser.getOrDefault(user, List.of());
    }
}
