package im.sparrow.message.writer;

import im.sparrow.contracts.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The writer's one thread: polls, hands a batch on, commits offsets of what is published, and waits for what is away while
 * it stays in its group.
 *
 * <p>Invariant: a batch is finished or, when its partitions go to somebody else meanwhile, left to him; it is never
 * skipped.
 */
final class CommandLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(CommandLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SYNC = Duration.ofSeconds(5);
    /** So long after the last poll began, half a session, somebody else may have the partitions. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long LAST_WAIT_MILLIS = 1_000;

    private final Map<String, Object> settings;
    private final BatchWriter writer;
    private final WriterState state;
    private final Duration commitEvery;
    private final Set<TopicPartition> lost = new HashSet<>();
    private boolean waiting;
    private long heardAt;

    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<String, byte[]> open;

    CommandLoop(Map<String, Object> settings, BatchWriter writer, WriterState state, Duration commitEvery) {
        this.settings = settings;
        this.writer = writer;
        this.state = state;
        this.commitEvery = commitEvery;
    }

    /** Something that is done again while what it needs is away. */
    @FunctionalInterface
    private interface Step<T> {
        T go() throws Away;
    }

    /** The batch's partitions went to somebody else, or the loop is to end. */
    private static final class Abandoned extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                readUntilBroken();
            }
        } catch (FencedInstanceIdException taken) {
            state.failed();
            LOG.errorf(
                    "another process writes under the name %s: give each its own SPARROW_INSTANCE",
                    settings.get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
            throw taken;
        } catch (RuntimeException | Error e) {
            state.failed();
            LOG.error("the writer has ended", e);
            throw e;
        } finally {
            writer.rest();
        }
    }

    /** Asks the loop to end after its batch; {@link Thread#join} waits for it. */
    void stop() {
        stopping = true;
        var consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    boolean stopping() {
        return stopping;
    }

    /** One consumer's life; an error that a new one may not meet again ends it. */
    private void readUntilBroken() {
        var offsets = new Offsets(commitEvery, System.nanoTime());
        try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
            open = consumer;
            consumer.subscribe(List.of(Topics.MESSAGE_COMMAND.name()), new Rebalance(consumer, offsets));
            readUntilStopped(consumer, offsets);
            commitLast(consumer, offsets);
        } catch (FencedInstanceIdException taken) {
            throw taken;
        } catch (KafkaException broken) {
            state.away("broker");
            LOG.warnf("reads again with a new consumer: %s", broken.toString());
            sleep(LAST_WAIT_MILLIS);
        } finally {
            open = null;
        }
    }

    private void readUntilStopped(KafkaConsumer<String, byte[]> consumer, Offsets offsets) {
        try {
            while (!stopping) {
                heardAt = System.nanoTime();
                var poll = consumer.poll(POLL);
                if (poll.isEmpty()) {
                    writer.rest();
                }
                take(consumer, poll, offsets);
                commit(consumer, offsets);
            }
        } catch (WakeupException asked) {
            LOG.debug("asked to end");
        } catch (Abandoned asked) {
            LOG.debug("asked to end with a batch in hand; it will be read again");
        }
    }

    private static void commitLast(KafkaConsumer<String, byte[]> consumer, Offsets offsets) {
        var last = offsets.takeAll();
        try {
            consumer.commitSync(last, SYNC);
        } catch (WakeupException asked) {
            consumer.commitSync(last, SYNC);
        }
    }

    private void take(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll, Offsets offsets)
            throws Abandoned {
        lost.clear();
        for (List<ConsumerRecord<String, byte[]>> batch : Batches.of(poll)) {
            List<ConsumerRecord<String, byte[]>> ours = batch.stream()
                    .filter(record -> !lost.contains(new TopicPartition(record.topic(), record.partition())))
                    .toList();
            state.busy();
            var read = writer.read(ours);
            List<Written> written = untilDone(consumer, () -> writer.store(read));
            if (!stillMine(consumer, ours)) {
                LOG.warnf("leaves %d stored commands to be told by whoever has their partitions now", ours.size());
                break;
            }
            var records = writer.records(read, written);
            untilDone(consumer, () -> {
                writer.publish(records);
                return true;
            });
            writer.announce(written);
            offsets.published(ours.stream()
                    .filter(record -> !lost.contains(new TopicPartition(record.topic(), record.partition())))
                    .toList());
        }
        state.idle();
        lag(consumer);
    }

    /**
     * Whether a batch may be told. A process that was stopped for so long that others have its partitions learns of it by
     * its heartbeat only some time after it goes on, so it asks: the broker takes an offset from none but the owner.
     * What such a writer has stored is in order all the same, since rows are locked and outcomes are looked up; but what
     * it would tell is old.
     */
    private boolean stillMine(KafkaConsumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> batch) {
        if (System.nanoTime() - heardAt < SILENCE.toNanos()) {
            return true;
        }
        try {
            var beginnings = Offsets.beginnings(batch, lost);
            consumer.commitSync(beginnings, SYNC);
            heardAt = System.nanoTime();
            return !beginnings.isEmpty();
        } catch (CommitFailedException others) {
            return false;
        } catch (RebalanceInProgressException stillIn) {
            return true;
        }
    }

    /** Does a step until it is done; meanwhile the consumer keeps its place in the group without taking records. */
    private <T> T untilDone(KafkaConsumer<String, byte[]> consumer, Step<T> step) throws Abandoned {
        long wait = FIRST_WAIT_MILLIS;
        while (!stopping || !waiting) {
            try {
                T done = step.go();
                back(consumer);
                return done;
            } catch (Away away) {
                if (!waiting) {
                    LOG.warnf(away.getCause(), "waits: %s is away", away.getMessage());
                }
                waiting = true;
                state.away(String.valueOf(away.getMessage()));
                stayWithoutTaking(consumer);
                sleep(wait);
                wait = Math.min(LAST_WAIT_MILLIS, wait * 2);
            }
        }
        throw new Abandoned();
    }

    private void back(KafkaConsumer<String, byte[]> consumer) {
        if (waiting) {
            waiting = false;
            consumer.resume(consumer.assignment());
            state.writing();
            LOG.info("writes again");
        }
    }

    private void stayWithoutTaking(KafkaConsumer<String, byte[]> consumer) {
        consumer.pause(consumer.assignment());
        // Partitions that come meanwhile are paused as they are assigned, so nothing can be handed over here.
        if (!consumer.poll(Duration.ZERO).isEmpty()) {
            throw new IllegalStateException("a paused partition handed over records");
        }
    }

    private void commit(KafkaConsumer<String, byte[]> consumer, Offsets offsets) {
        Map<TopicPartition, OffsetAndMetadata> due = offsets.due(System.nanoTime());
        if (!due.isEmpty()) {
            consumer.commitAsync(due, (committed, failed) -> {
                if (failed != null) {
                    // The next commit says more; until then a crash replays a little more.
                    LOG.debugf("offsets not committed: %s", failed.toString());
                }
            });
        }
    }

    private void lag(KafkaConsumer<String, byte[]> consumer) {
        state.lag(consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum());
    }

    private void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** What partitions leave behind is committed before somebody else gets them. */
    private final class Rebalance implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;
        private final Offsets offsets;

        Rebalance(KafkaConsumer<String, byte[]> consumer, Offsets offsets) {
            this.consumer = consumer;
            this.offsets = offsets;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.infof("writes partitions %s", consumer.assignment());
            if (waiting) {
                consumer.pause(partitions);
            } else {
                state.writing();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            lost.addAll(partitions);
            try {
                consumer.commitSync(offsets.take(partitions), SYNC);
            } catch (RebalanceInProgressException | CommitFailedException late) {
                LOG.debugf("their new owner replays a little: %s", late.toString());
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            lost.addAll(partitions);
            offsets.take(partitions);
        }
    }
}
