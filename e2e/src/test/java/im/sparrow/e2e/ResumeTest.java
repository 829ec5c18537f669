package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.e2e.people.People;
import im.sparrow.e2e.people.Person;
import im.sparrow.e2e.people.Room;
import im.sparrow.e2e.people.Wire;
import im.sparrow.e2e.suite.TheSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeSuite.class)
class ResumeTest {

    private static final int AWAY_FOR = 100;

    @Test
    void a_device_that_was_away_gets_what_it_missed_once_and_nothing_else(TheSuite suite) throws IOException {
        try (var people = new People(suite.url())) {
            Person ann = people.newcomer("ann");
            Person ben = people.newcomer("ben");
            Room room = People.befriend(ann, ben);
            long[] head = leaves(ben, ann, room);
            long recalled = head[0];
            for (int i = 1; i <= AWAY_FOR; i++) {
                assertThat(ann.sends("while you were away " + i).in(room).status())
                        .isEqualTo(201);
            }
            assertThat(ann.recalls(room, recalled).ok()).isTrue();

            try (Wire back = ben.connects(Map.of(room, head))) {
                JsonNode summary = summary(back, room);
                List<JsonNode> missed = everythingAfter(back, room, head[0]);
                List<JsonNode> changes = items(back.pulls(room, "afterChangeSeq", head[1]));

                keep("resume-transcript.txt", back.transcript());
                assertThat(summary.path("head").path(0).asLong()).isEqualTo(head[0] + AWAY_FOR);
                assertThat(missed)
                        .extracting(item -> item.path("seq").asLong())
                        .containsExactlyElementsOf(LongStream.rangeClosed(head[0] + 1, head[0] + AWAY_FOR)
                                .boxed()
                                .toList());
                assertThat(back.heard("message")).isEmpty();
                assertThat(changes).singleElement().satisfies(item -> {
                    assertThat(item.path("seq").asLong()).isEqualTo(recalled);
                    assertThat(item.hasNonNull("recalled")).isTrue();
                    assertThat(item.path("body").has("text")).isFalse();
                });
            }
        }
    }

    /** Ben sees two messages and goes; answers what his device holds. */
    private static long[] leaves(Person ben, Person ann, Room room) {
        try (Wire wire = ben.connects()) {
            ann.sends("one").in(room);
            long seq = ann.sends("two").in(room).body().path("seq").asLong();
            wire.hears(frame -> Wire.is(frame, "message") && frame.path("seq").asLong() == seq);
            JsonNode page = wire.pulls(room, "afterSeq", 0);
            return new long[] {
                page.path("head").asLong(), page.path("headChange").asLong()
            };
        }
    }

    private static JsonNode summary(Wire wire, Room room) {
        for (JsonNode row : wire.hears("welcome").path("conversations")) {
            if (row.path("id").asText().equals(room.id())) {
                return row;
            }
        }
        throw new AssertionError("the welcome does not name the room");
    }

    private static List<JsonNode> everythingAfter(Wire wire, Room room, long seq) {
        var all = new ArrayList<JsonNode>();
        JsonNode page;
        do {
            page = wire.pulls(
                    room,
                    "afterSeq",
                    all.isEmpty() ? seq : all.getLast().path("seq").asLong());
            all.addAll(items(page));
        } while (page.hasNonNull("next"));
        return all;
    }

    private static List<JsonNode> items(JsonNode page) {
        var items = new ArrayList<JsonNode>();
        page.path("items").forEach(items::add);
        return items;
    }

    private static void keep(String name, List<String> lines) throws IOException {
        Path file = TheSuite.target().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
