package im.sparrow.verify;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;
import im.sparrow.verify.history.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    @Test
    void a_recording_can_be_read_back(@TempDir Path folder) throws IOException {
        var note = new Item("5", 1, "8", null, "n", null, 0, false, new Item.Note("members_added", "1", List.of("2")));
        var device = new DeviceName("1", 2);
        var file = folder.resolve("run/history.jsonl");

        try (var history = new History(file)) {
            history.add(new Event.Shown(1, device, note));
            history.add(new Event.FinalInbox(2, "1", "5", 3, 4));
        }

        assertThat(History.read(file))
                .containsExactly(new Event.Shown(1, device, note), new Event.FinalInbox(2, "1", "5", 3, 4));
    }
}
