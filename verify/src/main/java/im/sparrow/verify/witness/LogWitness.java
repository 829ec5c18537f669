package im.sparrow.verify.witness;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Topics;
import im.sparrow.verify.client.Items;
import im.sparrow.verify.client.Json;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;
import im.sparrow.verify.history.Item;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The log itself: what it told, from the moment at which the run began, and whom it let in and out. */
public final class LogWitness {

    // Held here: a level that was set on a logger nobody holds is forgotten at the next collection.
    private static final Logger CONSUMER = Logger.getLogger("org.apache.kafka.clients.consumer");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String servers;
    private final Map<TopicPartition, Long> from;

    private LogWitness(String servers, Map<TopicPartition, Long> from) {
        this.servers = servers;
        this.from = from;
    }

    /**
     * Notes where the log ends now.
     *
     * @param servers the broker's address, as {@code host:port}
     * @return null when it cannot be reached from here
     */
    public static @Nullable LogWitness at(String servers) {
        try (var consumer = consumer(servers)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.MESSAGE_EVENT.name(), PATIENCE).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return new LogWitness(servers, Map.copyOf(consumer.endOffsets(partitions, PATIENCE)));
        } catch (KafkaException away) {
            return null;
        }
    }

    /** Writes what the log told of these conversations into the history. */
    public void write(Set<String> conversations, History history) {
        var reading = new Reading(conversations, history);
        try (var consumer = consumer(servers)) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet(), PATIENCE);
            long end = System.nanoTime() + 6 * PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                if (System.nanoTime() - end > 0) {
                    throw new IllegalStateException("the log was not read to its end in time");
                }
                consumer.poll(POLL).forEach(reading::take);
            }
        }
        history.add(new Event.LogRead(history.now(), reading.records));
    }

    private static KafkaConsumer<String, byte[]> consumer(String servers) {
        // Without a word of the client's own, whether or not somebody listens: what matters is said by the report.
        CONSUMER.setLevel(Level.SEVERE);
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What was met so far. */
    private static final class Reading {
        private final Set<String> conversations;
        private final History history;
        private final Set<String> told = new HashSet<>();
        private long records;

        Reading(Set<String> conversations, History history) {
            this.conversations = conversations;
            this.history = history;
        }

        void take(ConsumerRecord<String, byte[]> record) {
            if (!conversations.contains(record.key())) {
                return;
            }
            records++;
            JsonNode frame = Json.read(new String(record.value(), StandardCharsets.UTF_8));
            if (frame.path("t").asText().equals("message")) {
                Item item = Items.of(frame);
                if (told.add(item.conversation() + "#" + item.seq() + " " + item.id())) {
                    history.add(new Event.Logged(history.now(), item));
                }
            }
            flip(record);
        }

        private void flip(ConsumerRecord<String, byte[]> record) {
            String effect = header(record, Headers.MEMBERSHIP);
            String seq = header(record, Headers.SEQ);
            if (effect == null || seq == null) {
                return;
            }
            var come = new ArrayList<String>();
            var gone = new ArrayList<String>();
            for (String each : effect.split(",", -1)) {
                (each.startsWith("+") ? come : gone).add(each.substring(1));
            }
            history.add(new Event.LoggedFlip(history.now(), record.key(), Long.parseLong(seq), come, gone));
        }

        private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
