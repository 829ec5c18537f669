package im.sparrow.message.log;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** What is true after each batch, by name. */
final class Invariants {

    private final Scene scene;
    private final Map<Long, String> toldAs = new HashMap<>();

    Invariants(Scene scene) {
        this.scene = scene;
    }

    void hold(Decided decided, String when) {
        numbers_are_dense(when);
        heads_stand_at_the_newest_numbers(when);
        an_id_has_one_outcome(when);
        a_message_lies_inside_an_interval_of_its_sender(when);
        unread_is_what_counting_says(when);
        what_was_recalled_has_no_text(decided, when);
        a_seq_is_always_told_as_the_same_message(decided, when);
        everything_stored_is_told(decided, when);
    }

    /** Whose message has which number, by its maker's id; ordered by number. */
    Map<String, Long> numbers() {
        var numbers = new LinkedHashMap<String, Long>();
        for (MessageRow row : scene.tables.log(scene.where).values()) {
            if (row.seq() > 1) {
                Id sender = row.said().senderId();
                numbers.put(
                        (sender == null ? "service" : sender) + " " + row.said().clientId(), row.seq());
            }
        }
        return numbers;
    }

    private void numbers_are_dense(String when) {
        var log = scene.tables.log(scene.where);
        assertThat(log.keySet())
                .as(when)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.size()).boxed().toList());
        var changes = log.values().stream()
                .filter(row -> row.change() != null)
                .map(row -> row.change() == null ? 0 : row.change().changeSeq())
                .sorted()
                .toList();
        assertThat(changes)
                .as(when)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes.size()).boxed().toList());
    }

    private void heads_stand_at_the_newest_numbers(String when) {
        var log = scene.tables.log(scene.where);
        assertThat(scene.lastSeq()).as(when).isEqualTo(log.size());
        assertThat(scene.conversation().lastCountableNo())
                .as(when)
                .isEqualTo(log.values().stream()
                        .filter(row -> row.said().countable())
                        .count());
        assertThat(scene.conversation().lastChangeSeq())
                .as(when)
                .isEqualTo(log.values().stream()
                        .filter(row -> row.change() != null)
                        .count());
    }

    private void an_id_has_one_outcome(String when) {
        Set<Key.Command> ids = new HashSet<>();
        int said = 0;
        for (MessageRow row : scene.tables.log(scene.where).values()) {
            if (row.said().senderId() != null) {
                ids.add(new Key.Command(
                        scene.where, row.said().senderId(), row.said().clientId()));
                said++;
            }
        }
        long rows = said + scene.tables.ops.size() + scene.tables.refusals.size();
        ids.addAll(scene.tables.ops.keySet());
        ids.addAll(scene.tables.refusals.keySet());
        assertThat((long) ids.size()).as(when).isEqualTo(rows);
    }

    private void a_message_lies_inside_an_interval_of_its_sender(String when) {
        var outside = scene.tables.log(scene.where).values().stream()
                .filter(row -> row.said().senderId() instanceof Id sender
                        && intervals(sender).stream()
                                .noneMatch(range -> range.from() <= row.seq() && row.seq() <= range.to()))
                .toList();
        assertThat(outside).as(when).isEmpty();
    }

    private List<Range> intervals(Id user) {
        var all = new ArrayList<>(scene.tables.intervals.getOrDefault(new Key.Member(scene.where, user), List.of()));
        MemberRow row = scene.member(user);
        long to = row.interval().lastVisible(Range.OPEN);
        if (to >= row.interval().fromSeq()) {
            all.add(new Range(row.interval().fromSeq(), to));
        }
        return all;
    }

    private void unread_is_what_counting_says(String when) {
        for (MemberRow row : scene.tables.members.values()) {
            long end = row.interval().lastVisible(scene.lastSeq());
            long counted = scene.tables.log(scene.where).values().stream()
                    .filter(each -> each.seq() > row.marks().readSeq() && each.seq() <= end)
                    .filter(each -> each.said().countable()
                            && !row.userId().equals(each.said().senderId()))
                    .count();
            assertThat(scene.unread(row.userId()))
                    .as("%s: user %s", when, row.userId())
                    .isEqualTo(counted);
            MarkNumbers numbers = scene.tables.numbers(
                    new Key.Mark(scene.where, row.userId(), row.marks().readSeq()));
            assertThat(row.marks().readCountableNo()).as(when).isEqualTo(numbers.countableNo());
            assertThat(row.marks().readOwnNo()).as(when).isEqualTo(numbers.ownNo());
        }
    }

    private void what_was_recalled_has_no_text(Decided decided, String when) {
        assertThat(scene.tables.log(scene.where).values().stream()
                        .filter(row -> row.change() != null && row.said().body() != null))
                .as(when)
                .isEmpty();
        Scene.told(decided, Announcement.Said.class)
                .map(Announcement.Said::row)
                .forEach(row -> assertThat(row.said().body())
                        .as(when)
                        .isEqualTo(scene.message(row.seq()).said().body()));
    }

    private void a_seq_is_always_told_as_the_same_message(Decided decided, String when) {
        Scene.told(decided, Announcement.Said.class).map(Announcement.Said::row).forEach(row -> {
            String id = row.id() + " " + row.said().clientId();
            assertThat(toldAs.computeIfAbsent(row.seq(), seq -> id)).as(when).isEqualTo(id);
        });
    }

    private void everything_stored_is_told(Decided decided, String when) {
        assertThat(Scene.told(decided))
                .as(when)
                .containsAll(decided.inserted().stream().map(MessageRow::seq).toList());
    }
}
