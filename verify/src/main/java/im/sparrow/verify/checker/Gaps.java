package im.sparrow.verify.checker;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The log is dense from 1, and so is, inside what is visible, what each device showed and each user reads. */
final class Gaps implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        recording.logs.forEach((conversation, log) -> {
            for (long seq = 1; !log.isEmpty() && seq <= log.lastKey(); seq++) {
                if (!log.containsKey(seq)) {
                    findings.add(Defect.GAP, conversation + "#" + seq, "nobody reads it, but what follows");
                }
            }
        });
        recording
                .shown
                .keySet()
                .forEach(device -> recording
                        .logs
                        .keySet()
                        .forEach(conversation -> holes(
                                recording,
                                device.user(),
                                conversation,
                                recording.shownBy(device, conversation),
                                "on " + device,
                                findings)));
        unread(recording, findings);
        for (Event.FinalRead read : recording.reads) {
            holes(recording, read.user(), read.conversation(), read.items(), "read by " + read.user(), findings);
        }
    }

    /** Whoever was a member and has a device reads the conversation at the end. */
    private static void unread(Recording recording, Findings findings) {
        Set<String> users =
                recording.shown.keySet().stream().map(DeviceName::user).collect(Collectors.toSet());
        Set<String> read = recording.reads.stream()
                .map(each -> each.conversation() + " of " + each.user())
                .collect(Collectors.toSet());
        recording.intervals.forEach((conversation, intervals) -> intervals.users().stream()
                .filter(users::contains)
                .map(user -> conversation + " of " + user)
                .filter(reader -> !read.contains(reader))
                .forEach(reader -> findings.add(Defect.GAP, reader, "not readable at the end")));
    }

    private static void holes(
            Recording recording, String user, String conversation, List<Item> seen, String where, Findings findings) {
        Set<Long> seqs = seen.stream().map(Item::seq).collect(Collectors.toSet());
        for (Item item : recording.log(conversation)) {
            if (recording.visible(user, conversation, item.seq()) && !seqs.contains(item.seq())) {
                findings.add(Defect.GAP, conversation + "#" + item.seq() + " " + where, "is missing");
            }
        }
    }
}
