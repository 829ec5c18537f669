package im.sparrow.message.cursor;

import com.fasterxml.jackson.databind.ObjectReader;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.cursor.CursorMove;
import im.sparrow.message.frame.Json;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.kafka.DeadLetters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Reads moves of marks in batches. A database that is away is waited for here, so no move is lost or taken twice amiss. */
@ApplicationScoped
class CursorConsumer {

    private static final long WAIT_MILLIS = 500;

    private final Cursors cursors;
    private final CursorEvents events;
    private final ObjectReader json = Json.MAPPER.readerFor(CursorMove.class);
    private final DeadLetters letters;
    private final Counter dead;

    CursorConsumer(Cursors cursors, CursorEvents events, DeadLetters letters, MeterRegistry meters) {
        this.cursors = cursors;
        this.events = events;
        this.letters = letters;
        this.dead = Counter.builder("sparrow.cursor.dead")
                .description("moves of marks that cannot be read")
                .register(meters);
    }

    // Ordered, one batch at a time: on virtual threads batches, and what is announced of them, would overtake each
    // other.
    @Incoming("cursors")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        List<CursorMove> moves = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            CursorMove move = read(record);
            if (move == null) {
                dead.increment();
                letters.bury(record, Topics.CURSOR_DLT, Problem.MALFORMED);
            } else {
                moves.add(move);
            }
        }
        while (true) {
            try {
                events.announce(cursors.move(moves));
                return;
            } catch (Refused away) {
                if (away.problem() != Problem.UNAVAILABLE) {
                    throw away;
                }
                Thread.sleep(WAIT_MILLIS);
            }
        }
    }

    private @Nullable CursorMove read(ConsumerRecord<String, byte[]> record) {
        try {
            CursorMove move = record.value() == null ? null : json.readValue(record.value());
            boolean whole = move != null && move.conversationId() != null && move.userId() != null;
            return whole ? move : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
