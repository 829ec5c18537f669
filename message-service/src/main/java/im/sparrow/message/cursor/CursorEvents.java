package im.sparrow.message.cursor;

import im.sparrow.contracts.Topics;
import im.sparrow.contracts.event.UserEvent.CursorMoved;
import im.sparrow.message.frame.Json;
import im.sparrow.message.log.Decided.MarkMoved;
import im.sparrow.message.row.Key;
import im.sparrow.message.sql.Database;
import im.sparrow.platform.core.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Tells devices of moved marks. Such an event is a hint: while the broker is away, or when there are more than the buffer
 * holds, it is dropped and counted, and the next move or look at the inbox says the same.
 */
@ApplicationScoped
public class CursorEvents {

    private static final int BUFFER = 4_096;

    private final Emitter<byte[]> emitter;
    private final Database database;
    private final int partitions;
    private final Counter dropped;

    CursorEvents(
            @Channel("user-events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFER)
                    Emitter<byte[]> emitter,
            Database database,
            @ConfigProperty(name = "sparrow.topic-partitions") int partitions,
            MeterRegistry meters) {
        this.emitter = emitter;
        this.database = database;
        this.partitions = partitions;
        this.dropped = Counter.builder("sparrow.cursor.dropped")
                .description("announcements of marks that were dropped")
                .register(meters);
    }

    /** Tells of marks that moved with a send: one look for the peers, then as {@link #announce}. Never fails. */
    public void moved(Collection<MarkMoved> moves) {
        if (moves.isEmpty()) {
            return;
        }
        Map<Key.Member, MarkMoved> byMember = new LinkedHashMap<>();
        moves.forEach(move -> byMember.merge(move.member(), move, CursorEvents::newer));
        try {
            List<Reader> readers = database.with(connection -> CursorRepository.readers(connection, byMember.keySet()));
            announce(readers.stream()
                    .flatMap(reader ->
                            Announcements.moved(reader, reader.member().marks()).stream())
                    .toList());
        } catch (Refused away) {
            dropped.increment(moves.size());
        }
    }

    /** Tells each user what is his to hear. Never waits. */
    void announce(Collection<CursorMoved> events) {
        for (CursorMoved event : events) {
            String key = event.userId().toString();
            var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                    .withKey(key)
                    .withPartition(Topics.partition(key, partitions))
                    .build();
            try {
                emitter.send(Message.of(Json.bytes(event)).addMetadata(metadata));
            } catch (IllegalStateException full) {
                dropped.increment();
            }
        }
    }

    private static MarkMoved newer(MarkMoved one, MarkMoved other) {
        return other.marks().readSeq() > one.marks().readSeq() ? other : one;
    }
}
