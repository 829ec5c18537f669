package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the device shows: one timeline for each conversation, and at most one pull at a time for each. */
final class Screen {

    private static final int PAGE = 200;
    private static final long PATIENCE_MS = 10_000;
    private static final long PAUSE_MS = 1_000;

    private final DeviceName name;
    private final Surroundings around;
    private final Link link;
    private final Map<String, Timeline> timelines = new LinkedHashMap<>();
    private final Map<String, Pull> pulls = new HashMap<>();
    private long refs;

    /** A question on its way; {@code fresh} when the device had nothing before it. */
    private record Pull(String ref, boolean changes, boolean fresh, long until) {}

    Screen(DeviceName name, Surroundings around, Link link) {
        this.name = name;
        this.around = around;
        this.link = link;
    }

    Timeline of(String conversation) {
        return timelines.computeIfAbsent(conversation, any -> new Timeline());
    }

    Map<String, Timeline> all() {
        return timelines;
    }

    /** A message came by itself. */
    void message(Item item) {
        Timeline timeline = of(item.conversation());
        if (timeline.isNew(item)) {
            show(timeline.arrived(item, pulls.containsKey(item.conversation())));
        } else {
            around.tally().redelivered.incrementAndGet();
            around.history().add(new Event.Redelivered(link.now(), name, item.conversation(), item.seq()));
        }
        ask(item.conversation());
    }

    /** A change came by itself. */
    void change(Item item) {
        if (of(item.conversation()).changed(item)) {
            changed(item);
        }
        ask(item.conversation());
    }

    /** The server says how far a conversation goes. */
    void told(String conversation, long seq, long changeSeq) {
        of(conversation).told(seq, changeSeq);
        ask(conversation);
    }

    /** A page came. */
    void page(JsonNode page) {
        String conversation = Json.need(page, "conversationId");
        Pull pull = pulls.get(conversation);
        String ref = Json.text(page, "ref");
        if (pull == null || !(ref == null || ref.equals(pull.ref))) {
            return;
        }
        pulls.remove(conversation);
        if (pull.changes) {
            changes(of(conversation), page);
        } else {
            messages(of(conversation), pull, page);
        }
        ask(conversation);
    }

    private void messages(Timeline timeline, Pull pull, JsonNode page) {
        List<Item> items = Items.all(page.path("items")).stream()
                .sorted(Comparator.comparingLong(Item::seq))
                .toList();
        if (pull.fresh) {
            // Whatever is read from now on already has every change up to here.
            timeline.changedUpTo(page.path("headChange").asLong());
        }
        boolean last = !page.hasNonNull("next");
        items.stream().filter(timeline::isNew).forEach(this::pulled);
        show(timeline.page(items, last, last ? page.path("head").asLong() : 0));
        timeline.told(page.path("head").asLong(), page.path("headChange").asLong());
    }

    private void changes(Timeline timeline, JsonNode page) {
        long newest = timeline.changeSeq();
        for (Item item : Items.all(page.path("items"))) {
            newest = Math.max(newest, item.changeSeq());
            if (timeline.apply(item)) {
                changed(item);
            }
        }
        timeline.changedUpTo(
                page.hasNonNull("next") ? newest : page.path("headChange").asLong());
    }

    /** A question was refused: again after a pause. */
    void refused(@Nullable String ref) {
        pulls.replaceAll((conversation, pull) ->
                pull.ref.equals(ref) ? new Pull("refused", pull.changes, pull.fresh, link.now() + PAUSE_MS) : pull);
    }

    void disconnected() {
        pulls.clear();
    }

    /** Asks again what was not answered. */
    void tick() {
        if (link.live()) {
            pulls.values().removeIf(pull -> link.now() > pull.until);
            List.copyOf(timelines.keySet()).forEach(this::ask);
        }
    }

    private void ask(String conversation) {
        Timeline timeline = of(conversation);
        if (!link.live() || pulls.containsKey(conversation)) {
            return;
        }
        if (timeline.lacksMessages()) {
            pull(conversation, false, "afterSeq", timeline.seq());
        } else if (timeline.lacksChanges()) {
            pull(conversation, true, "afterChangeSeq", timeline.changeSeq());
        }
    }

    private void pull(String conversation, boolean changes, String after, long number) {
        String ref = "p" + ++refs;
        ObjectNode frame = Json.object()
                .put("t", "pull")
                .put("ref", ref)
                .put("conversationId", conversation)
                .put(after, number)
                .put("limit", PAGE);
        pulls.put(conversation, new Pull(ref, changes, !changes && number == 0, link.now() + PATIENCE_MS));
        link.write(frame);
    }

    private void pulled(Item item) {
        around.history().add(new Event.Pulled(link.now(), name, item.conversation(), item.seq()));
    }

    private void show(List<Item> items) {
        items.forEach(item -> around.history().add(new Event.Shown(link.now(), name, item)));
        around.tally().shown.addAndGet(items.size());
    }

    private void changed(Item item) {
        around.history()
                .add(new Event.Changed(
                        link.now(), name, item.conversation(), item.seq(), item.changeSeq(), item.recalled()));
    }
}
