package im.sparrow.verify.client;

import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one device holds of one conversation. It shows in order: a message that is not the next one waits, and the hole
 * before it is pulled. Knows no socket, clock or thread.
 */
final class Timeline {

    private long seq;
    private long changeSeq;
    private long headSeq;
    private long headChange;
    private final TreeMap<Long, Item> early = new TreeMap<>();
    private final Map<Long, Long> changes = new HashMap<>();
    private final Map<Long, Item> ahead = new HashMap<>();

    /** Everything up to here was shown, or may not be seen. */
    long seq() {
        return seq;
    }

    /** Every change up to here is applied. */
    long changeSeq() {
        return changeSeq;
    }

    /** Whether a message is new to this device. */
    boolean isNew(Item item) {
        return item.seq() > seq && !early.containsKey(item.seq());
    }

    /** A new message that came by itself; answers what may be shown now, in order. */
    List<Item> arrived(Item item, boolean pulling) {
        early.put(item.seq(), item);
        headSeq = Math.max(headSeq, item.seq());
        return pulling ? List.of() : next();
    }

    /** A page of what follows {@link #seq}; answers what may be shown now. */
    List<Item> page(List<Item> items, boolean last, long head) {
        var shown = new ArrayList<Item>();
        items.stream().filter(item -> item.seq() > seq).forEach(item -> show(item, shown));
        if (last) {
            // What was left out up to the head is not mine to see.
            seq = Math.max(seq, head);
            headSeq = Math.max(headSeq, seq);
        }
        early.headMap(seq, true).clear();
        if (last) {
            shown.addAll(next());
        }
        return shown;
    }

    private List<Item> next() {
        var shown = new ArrayList<Item>();
        while (!early.isEmpty() && early.firstKey() == seq + 1) {
            show(early.pollFirstEntry().getValue(), shown);
        }
        return shown;
    }

    /** A change may have come before its message; then its state is the one that is shown. */
    private void show(Item item, List<Item> shown) {
        seq = item.seq();
        Item newer = ahead.remove(seq);
        Item newest = newer != null && newer.changeSeq() > item.changeSeq() ? newer : item;
        changes.put(seq, newest.changeSeq());
        shown.add(newest);
    }

    /** The server says that there is something up to here. */
    void told(long head, long change) {
        headSeq = Math.max(headSeq, head);
        headChange = Math.max(headChange, change);
    }

    /** Whether messages are missing that must be pulled. */
    boolean lacksMessages() {
        return headSeq > seq;
    }

    /** Whether changes are missing that must be pulled. */
    boolean lacksChanges() {
        return headChange > changeSeq;
    }

    /** A change that came by itself; true when it is to be applied to a message that is shown. */
    boolean changed(Item item) {
        headChange = Math.max(headChange, item.changeSeq());
        if (item.changeSeq() == changeSeq + 1) {
            changeSeq++;
        }
        return apply(item);
    }

    /** The end of the changes that were asked for. */
    void changedUpTo(long head) {
        changeSeq = Math.max(changeSeq, head);
        headChange = Math.max(headChange, changeSeq);
    }

    /** Whether this state of a message is newer than the one that is shown. */
    boolean apply(Item item) {
        if (item.seq() > seq) {
            ahead.merge(item.seq(), item, (one, two) -> one.changeSeq() > two.changeSeq() ? one : two);
            return false;
        }
        long before = changes.getOrDefault(item.seq(), 0L);
        changes.merge(item.seq(), item.changeSeq(), Math::max);
        return item.changeSeq() > before;
    }
}
