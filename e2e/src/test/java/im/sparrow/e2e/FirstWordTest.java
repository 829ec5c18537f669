package im.sparrow.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.e2e.people.People;
import im.sparrow.e2e.people.Person;
import im.sparrow.e2e.people.Room;
import im.sparrow.e2e.people.Wire;
import im.sparrow.e2e.suite.TheSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A membership and the first word in it travel two ways; the word may never overtake so far that it is refused. */
@ExtendWith(WholeSuite.class)
class FirstWordTest {

    /** Half of them friendships, half groups. */
    private static final int TIMES = Integer.getInteger("sparrow.e2e.firstWords", 1_000);

    private final Map<Person, Wire> wires = new HashMap<>();
    private int retried;

    @Test
    void a_word_at_once_after_a_friendship_or_a_group_is_never_refused(TheSuite suite) throws InterruptedException {
        int pairs = TIMES / 2;
        int size = 2 + (int) Math.ceil(Math.sqrt(2.0 * pairs));
        try (var people = new People(suite.url())) {
            var everybody = new ArrayList<Person>();
            for (int i = 0; i < size; i++) {
                everybody.add(people.newcomer("first"));
            }
            everybody.forEach(person -> wires.put(person, person.connects()));
            int said = friendships(everybody, pairs);
            for (int i = 0; said < TIMES; i++, said++) {
                Person owner = everybody.get(i % size);
                Person member = everybody.get((i + 1) % size);
                Room room = People.group("group " + i, owner, List.of(member));
                says(member, room);
            }
            wires.values().forEach(Wire::close);
            System.out.println("first words=" + said + " refused=0 retried=" + retried);
        }
    }

    private int friendships(List<Person> everybody, int pairs) throws InterruptedException {
        int said = 0;
        for (int distance = 1; distance < everybody.size(); distance++) {
            for (int i = 0; i + distance < everybody.size() && said < pairs; i++, said++) {
                Person asking = everybody.get(i);
                Person accepting = everybody.get(i + distance);
                Room room = People.accept(accepting, People.ask(asking, accepting));
                says(asking, room);
            }
        }
        return said;
    }

    /** Over a connection that was open before; "not now" may be said, and is answered by the same word again. */
    private void says(Person person, Room room) throws InterruptedException {
        Wire wire = requireNonNull(wires.get(person));
        var clientMsgId = UUID.randomUUID();
        for (int refusals = 0; ; refusals++) {
            wire.sends(room, clientMsgId, "at once");
            int known = refusals;
            wire.waits(() -> answers(wire, "message", clientMsgId).findAny().isPresent()
                    || answers(wire, "nack", clientMsgId).count() > known);
            if (answers(wire, "message", clientMsgId).findAny().isPresent()) {
                return;
            }
            JsonNode nack =
                    answers(wire, "nack", clientMsgId).skip(known).findFirst().orElseThrow();
            assertThat(nack.path("retryable").asBoolean()).as("%s", nack).isTrue();
            retried++;
            TimeUnit.MILLISECONDS.sleep(nack.path("retryAfterMs").asLong(300));
        }
    }

    private static Stream<JsonNode> answers(Wire wire, String name, UUID clientMsgId) {
        return wire.heard(name)
                .filter(frame -> frame.path("clientMsgId").asText().equals(clientMsgId.toString()));
    }
}
