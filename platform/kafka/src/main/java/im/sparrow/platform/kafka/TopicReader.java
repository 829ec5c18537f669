package im.sparrow.platform.kafka;

import im.sparrow.contracts.Topics.Topic;
import im.sparrow.platform.kafka.TopicHandler.Gap;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all partitions of a topic without a group, on a thread of its own: every instance sees every record, and no
 * offset is ever stored.
 *
 * <p>Invariant: a record is handed over only after every record before it in its partition was, or after
 * {@link TopicHandler#missed} returned. A broker that goes and comes back is waited for without end.
 *
 * <pre>
 *   STARTING ── positions resolved ──▶ READING ── end offsets seen at start passed ──▶ CAUGHT_UP
 *       any ── handler throws ──▶ FAILED          any ── close() ──▶ CLOSED
 * </pre>
 */
public final class TopicReader implements AutoCloseable {

    /** How long no broker may answer before records count as possibly missed. */
    public static final Duration AWAY = Duration.ofSeconds(5);

    /** Where a reader begins. */
    public enum Start {
        /** With the oldest record that the topic still has. */
        BEGINNING,
        /** With what is written from now on. */
        END
    }

    private enum State {
        STARTING,
        READING,
        CAUGHT_UP,
        FAILED,
        CLOSED
    }

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long RETRY_MILLIS = 250;

    private final Map<String, Object> settings;
    private final String topic;
    private final Start start;
    private final TopicHandler handler;
    private final Thread thread;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> goals = new HashMap<>();

    private volatile State state = State.STARTING;
    private volatile boolean connected;
    private volatile boolean closing;
    private volatile @Nullable Consumer<String, byte[]> open;

    /**
     * A reader that does nothing before {@link #start()}.
     *
     * @param broker the clients' settings, {@code bootstrap.servers} at least
     * @param name name of thread and client
     * @param topic what to read
     * @param start where to begin
     * @param handler takes the records
     */
    public TopicReader(Map<String, Object> broker, String name, Topic topic, Start start, TopicHandler handler) {
        this.settings = ReaderSettings.of(broker, name);
        this.topic = topic.name();
        this.start = start;
        this.handler = handler;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
    }

    /** Begins to read and returns at once; once only. */
    public TopicReader start() {
        thread.start();
        return this;
    }

    /** Whether every record was handed over that the topic had when the reader began; never false again after. */
    public boolean caughtUp() {
        return state == State.CAUGHT_UP;
    }

    /** Whether a broker has answered within {@link #AWAY}. */
    public boolean connected() {
        return connected;
    }

    /** Whether the reader has ended because its handler threw: only a restart of the process helps. */
    public boolean failed() {
        return state == State.FAILED;
    }

    /** Ends the reader and waits for its thread, at most ten seconds; must not be called from the handler. */
    @Override
    public void close() {
        closing = true;
        var consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                readUntilBroken();
            }
            state = State.CLOSED;
        } catch (RuntimeException e) {
            state = State.FAILED;
            connected = false;
            LOG.errorf(e, "%s: the reader has ended, its handler cannot go on", topic);
        }
    }

    /** One consumer's life. A client error that a new consumer may not meet again ends it; the positions are kept. */
    private void readUntilBroken() {
        try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
            open = consumer;
            if (assign(consumer)) {
                poll(consumer, new BrokerWatch(consumer));
            }
        } catch (WakeupException | InterruptException e) {
            closing = true;
        } catch (KafkaException e) {
            connected = false;
            LOG.warnf("%s: %s; reading again", topic, e.toString());
            pause();
        } finally {
            open = null;
        }
    }

    /** Assigns every partition and resolves every position; false while the topic is not there. */
    private boolean assign(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        if (partitions.isEmpty()) {
            LOG.warnf("%s: there is no such topic yet", topic);
            pause();
            return false;
        }
        consumer.assign(partitions);
        if (positions.isEmpty()) {
            var ends = consumer.endOffsets(partitions);
            positions.putAll(start == Start.END ? ends : consumer.beginningOffsets(partitions));
            goals.putAll(ends);
            positions.forEach(consumer::seek);
            state = State.READING;
            noteProgress();
        } else {
            positions.forEach(consumer::seek);
            handler.missed(Gap.BROKER_AWAY);
        }
        connected = true;
        return true;
    }

    private void poll(Consumer<String, byte[]> consumer, BrokerWatch watch) {
        while (!closing) {
            try {
                var batch = consumer.poll(POLL);
                if (watch.backAfterSilence()) {
                    LOG.warnf("%s: the broker was away for more than %s", topic, AWAY);
                    handler.missed(Gap.BROKER_AWAY);
                }
                connected = watch.present();
                if (!batch.isEmpty()) {
                    handler.records(batch);
                    batch.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
                    noteProgress();
                }
                watch.handled();
            } catch (OffsetOutOfRangeException e) {
                jump(consumer, e.partitions());
            }
        }
    }

    private void jump(Consumer<String, byte[]> consumer, Set<TopicPartition> lost) {
        LOG.warnf("%s: what stood at the position of %s is gone", topic, lost);
        var to = start == Start.END ? consumer.endOffsets(lost) : consumer.beginningOffsets(lost);
        to.forEach(consumer::seek);
        positions.putAll(to);
        goals.replaceAll((partition, goal) -> lost.contains(partition) ? to.getOrDefault(partition, goal) : goal);
        handler.missed(Gap.OUT_OF_RANGE);
        noteProgress();
    }

    private void noteProgress() {
        if (state == State.READING
                && goals.entrySet().stream().allMatch(g -> positions.getOrDefault(g.getKey(), 0L) >= g.getValue())) {
            state = State.CAUGHT_UP;
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }
}
