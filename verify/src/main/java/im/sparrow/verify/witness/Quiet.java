package im.sparrow.verify.witness;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.verify.client.Device;
import im.sparrow.verify.client.Inbox;
import im.sparrow.verify.generator.Person;
import im.sparrow.verify.generator.Town;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Waits until nothing moves any more: every send answered, every device at the head, every mark stored. */
public final class Quiet {

    private static final Duration ANSWERS = Duration.ofSeconds(120);
    private static final Duration HEADS = Duration.ofSeconds(60);
    private static final Duration MARKS = Duration.ofSeconds(60);
    private static final long LOOK_MS = 250;

    private Quiet() {}

    /** Waits for each in turn; what did not come in time is the checker's to find. */
    public static void await(Town town) throws InterruptedException {
        until(() -> town.devices().stream().allMatch(device -> device.pending() == 0), ANSWERS);
        all(town, Quiet::atHead, HEADS);
        town.devices().forEach(Device::repeatMarks);
        all(town, Quiet::marked, MARKS);
    }

    /** One after the other, since each look costs a page of the inbox; the patience is for all of them together. */
    private static void all(Town town, Predicate<Person> wish, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Person person : town.people()) {
            Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            until(() -> wish.test(person), rest);
        }
    }

    private static boolean atHead(Person person) {
        Map<String, JsonNode> inbox = inbox(person);
        return person.devices().stream()
                .map(Device::holds)
                .allMatch(holds -> inbox.entrySet().stream().allMatch(row -> {
                    long[] held = holds.getOrDefault(row.getKey(), new long[2]);
                    JsonNode head = row.getValue().path("head");
                    return held[0] >= head.path(0).asLong()
                            && held[1] >= head.path(1).asLong();
                }));
    }

    private static boolean marked(Person person) {
        Map<String, JsonNode> inbox = inbox(person);
        return person.devices().stream()
                .flatMap(device -> device.marks().entrySet().stream())
                .allMatch(mark -> {
                    JsonNode row = inbox.get(mark.getKey());
                    return row == null || row.path("readSeq").asLong() >= mark.getValue();
                });
    }

    private static Map<String, JsonNode> inbox(Person person) {
        var rows = new HashMap<String, JsonNode>();
        Inbox.all(person.session()).forEach(row -> rows.put(row.path("id").asText(), row));
        return rows;
    }

    private static void until(BooleanSupplier wish, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!wish.getAsBoolean() && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }
}
