package im.sparrow.message.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class OffsetsTest {

    private static final long MILLI = 1_000_000;
    private static final TopicPartition ZERO = new TopicPartition("t", 0);
    private static final TopicPartition ONE = new TopicPartition("t", 1);

    private final Offsets offsets = new Offsets(Duration.ofMillis(200), 0);

    @Test
    void only_what_is_published_is_ever_due_and_not_too_often() {
        assertThat(offsets.due(500 * MILLI)).isEmpty();
        offsets.published(List.of(record(0, 4), record(1, 9), record(0, 5)));

        assertThat(offsets.due(199 * MILLI)).isEmpty();
        var due = offsets.due(200 * MILLI);

        assertThat(due.keySet()).containsExactlyInAnyOrder(ZERO, ONE);
        assertThat(due.values()).extracting(at -> at.offset()).containsExactlyInAnyOrder(6L, 10L);
        assertThat(offsets.due(900 * MILLI)).isEmpty();
    }

    @Test
    void partitions_that_go_away_take_theirs_with_them() {
        offsets.published(List.of(record(0, 4), record(1, 9)));

        assertThat(offsets.take(Set.of(ONE)).keySet()).containsExactly(ONE);
        assertThat(offsets.takeAll().keySet()).containsExactly(ZERO);
        assertThat(offsets.takeAll()).isEmpty();
    }

    @Test
    void a_batch_holds_at_most_five_hundred_records_and_four_mebibytes() {
        var many = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (int i = 0; i < 1_001; i++) {
            many.add(record(0, i));
        }
        var large = List.of(sized(3 << 20), sized(2 << 20), sized(1 << 20), sized(9 << 20));

        assertThat(Batches.of(many)).extracting(List::size).containsExactly(500, 500, 1);
        assertThat(Batches.of(large)).extracting(List::size).containsExactly(1, 2, 1);
        assertThat(Batches.of(List.of())).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> record(int partition, long offset) {
        return new ConsumerRecord<>("t", partition, offset, "1", new byte[0]);
    }

    private static ConsumerRecord<String, byte[]> sized(int bytes) {
        return new ConsumerRecord<>(
                "t",
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                1,
                bytes,
                "1",
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
