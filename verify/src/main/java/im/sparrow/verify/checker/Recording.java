package im.sparrow.verify.checker;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A history, laid out so that every rule is one walk over maps. */
final class Recording {

    final List<Event> events;
    final Map<String, Event.Invoked> invoked = new LinkedHashMap<>();
    final Map<String, Event.Acked> acked = new LinkedHashMap<>();
    final Set<String> nacked = new LinkedHashSet<>();
    final Map<DeviceName, Map<String, List<Item>>> shown = new LinkedHashMap<>();
    final Map<DeviceName, Set<Place>> recalled = new HashMap<>();
    final List<Event.FinalRead> reads = new ArrayList<>();
    final List<Event.FinalInbox> inboxes = new ArrayList<>();
    final List<Event.Peeked> peeks = new ArrayList<>();
    final List<Event.Previewed> previews = new ArrayList<>();
    final Map<String, List<Item>> told = new LinkedHashMap<>();
    final Map<String, TreeMap<Long, Event.LoggedFlip>> flips = new LinkedHashMap<>();
    boolean logRead;
    final Map<String, TreeMap<Long, Item>> logs = new LinkedHashMap<>();
    final Map<String, Intervals> intervals = new HashMap<>();

    /** A place in a conversation. */
    record Place(String conversation, long seq) {}

    Recording(List<Event> events) {
        this.events = events;
        events.forEach(this::lay);
        logs.forEach((conversation, log) -> intervals.put(conversation, Intervals.of(log.values())));
    }

    private void lay(Event event) {
        switch (event) {
            case Event.Invoked it -> invoked.put(it.clientMsgId(), it);
            case Event.Acked it -> acked.putIfAbsent(it.clientMsgId(), it);
            case Event.Nacked it -> nacked.add(it.clientMsgId());
            case Event.Opened it -> shown.computeIfAbsent(it.device(), any -> new LinkedHashMap<>());
            case Event.Shown it -> show(it);
            case Event.Changed it -> change(it);
            case Event.FinalRead it -> read(it);
            case Event.FinalInbox it -> inboxes.add(it);
            case Event.RecallInvoked it -> {}
            case Event.RecallAcked it -> {}
            case Event.RecallNacked it -> {}
            case Event.Redelivered it -> {}
            case Event.Marked it -> {}
            case Event.Closed it -> {}
            case Event.Struck it -> {}
            case Event.Recovered it -> {}
            case Event.Peeked it -> peeks.add(it);
            case Event.Previewed it -> previews.add(it);
            case Event.LogRead it -> logRead = true;
            case Event.Logged it ->
                told.computeIfAbsent(it.item().conversation(), any -> new ArrayList<>())
                        .add(it.item());
            case Event.LoggedFlip it ->
                flips.computeIfAbsent(it.conversation(), any -> new TreeMap<>()).putIfAbsent(it.seq(), it);
            case Event.Pulled it -> {}
            case Event.Stalled it -> {}
            case Event.FlipInvoked it -> {}
            case Event.FlipAcked it -> {}
            case Event.Tried it -> {}
            case Event.Overheard it -> {}
            case Event.Exiled it -> {}
        }
    }

    private void show(Event.Shown it) {
        shown.computeIfAbsent(it.device(), any -> new LinkedHashMap<>())
                .computeIfAbsent(it.item().conversation(), any -> new ArrayList<>())
                .add(it.item());
        if (it.item().recalled()) {
            recall(it.device(), it.item().conversation(), it.item().seq());
        }
    }

    private void change(Event.Changed it) {
        if (it.recalled()) {
            recall(it.device(), it.conversation(), it.seq());
        }
    }

    private void recall(DeviceName device, String conversation, long seq) {
        recalled.computeIfAbsent(device, any -> new LinkedHashSet<>()).add(new Place(conversation, seq));
    }

    private void read(Event.FinalRead it) {
        reads.add(it);
        TreeMap<Long, Item> log = logs.computeIfAbsent(it.conversation(), any -> new TreeMap<>());
        it.items().forEach(item -> log.putIfAbsent(item.seq(), item));
    }

    /** The log of a conversation as all final reads together tell it. */
    Collection<Item> log(String conversation) {
        return logs.getOrDefault(conversation, new TreeMap<>()).values();
    }

    /** Whether a user may see a place. */
    boolean visible(String user, String conversation, long seq) {
        Intervals known = intervals.get(conversation);
        return known != null && known.visible(user, seq);
    }

    /** What a device showed of a conversation, in the order of showing. */
    List<Item> shownBy(DeviceName device, String conversation) {
        return shown.getOrDefault(device, Map.of()).getOrDefault(conversation, List.of());
    }
}
