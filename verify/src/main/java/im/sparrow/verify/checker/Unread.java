package im.sparrow.verify.checker;

import im.sparrow.verify.checker.Intervals.Interval;
import im.sparrow.verify.history.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The inbox counts what the log holds: what others said after the furthest mark of the user's devices, inside his
 * intervals. Joining sets the mark to the join.
 */
final class Unread implements Rule {

    /** A user in a conversation. */
    private record Reader(String user, String conversation) {
        @Override
        public String toString() {
            return conversation + " of " + user;
        }
    }

    @Override
    public void check(Recording recording, Findings findings) {
        var marks = new HashMap<Reader, Long>();
        for (Event event : recording.events) {
            if (event instanceof Event.Marked mark) {
                marks.merge(new Reader(mark.device().user(), mark.conversation()), mark.readSeq(), Math::max);
            }
        }
        for (Event.FinalInbox inbox : recording.inboxes) {
            var reader = new Reader(inbox.user(), inbox.conversation());
            long counted = count(recording, reader, marks);
            if (counted != inbox.unread()) {
                findings.add(Defect.UNREAD_WRONG, reader.toString(), inbox.unread() + " instead of " + counted);
            }
        }
        absent(recording, findings);
    }

    private static long count(Recording recording, Reader reader, Map<Reader, Long> marks) {
        Intervals intervals = recording.intervals.getOrDefault(reader.conversation(), Intervals.of(List.of()));
        List<Interval> own = intervals.of(reader.user());
        long joined = own.isEmpty() ? 0 : own.getLast().from();
        long mark = Math.max(joined, marks.getOrDefault(reader, 0L));
        return recording.log(reader.conversation()).stream()
                .filter(item ->
                        item.isSaid() && item.seq() > mark && !reader.user().equals(item.sender()))
                .filter(item -> intervals.visible(reader.user(), item.seq()))
                .count();
    }

    private static void absent(Recording recording, Findings findings) {
        Set<Reader> present = recording.inboxes.stream()
                .map(inbox -> new Reader(inbox.user(), inbox.conversation()))
                .collect(Collectors.toSet());
        Set<String> readers =
                recording.reads.stream().map(Event.FinalRead::user).collect(Collectors.toSet());
        recording.intervals.forEach((conversation, intervals) -> intervals.users().stream()
                .filter(user -> readers.contains(user) && intervals.member(user))
                .map(user -> new Reader(user, conversation))
                .filter(reader -> !present.contains(reader))
                .forEach(reader -> findings.add(Defect.UNREAD_WRONG, reader.toString(), "not in the inbox")));
    }
}
