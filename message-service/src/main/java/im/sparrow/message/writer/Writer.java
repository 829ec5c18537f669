package im.sparrow.message.writer;

import im.sparrow.contracts.Bounds;
import im.sparrow.message.command.Author;
import im.sparrow.message.cursor.CursorEvents;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.identity.RevocationList;
import im.sparrow.platform.identity.Revocations;
import im.sparrow.platform.kafka.Producers;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Starts and ends the writer's thread. It reads no command before it knows every revocation. */
@Singleton
class Writer {

    private static final Logger LOG = Logger.getLogger(Writer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;

    private final WriterConfig config;
    private final Revocations revocations;
    private final CommandLoop loop;
    private final EventPublisher publisher;
    private final WriterState state;
    private final Thread thread;

    Writer(
            WriterConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Producers producers,
            DataSource database,
            Ids ids,
            Revocations revocations,
            RevocationList revoked,
            InstantSource time,
            CursorEvents cursors,
            WriterState state) {
        this.config = config;
        this.revocations = revocations;
        this.state = state;
        this.publisher = new EventPublisher(producers, config.linger());
        var events = new EventRecords(config.partitions());
        var transaction = new LogTransaction(
                new LogConnection(database), ids::next, author -> stale(revoked, author), time, events);
        var batches = new BatchWriter(transaction, publisher, events, cursors::moved, state);
        this.loop = new CommandLoop(
                settings(broker, config.group(), config.instance()), batches, state, config.commitEvery());
        this.thread = Thread.ofPlatform().name("log-writer").unstarted(this::run);
    }

    void start(@Observes StartupEvent starting) {
        if (config.enabled()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        loop.stop();
        if (thread.isAlive() && !thread.join(PATIENCE)) {
            LOG.warn("the writer did not end in time; what it has in hand will be read again");
            thread.interrupt();
        }
        publisher.close();
    }

    private void run() {
        try {
            while (!revocations.caughtUp() && !loop.stopping()) {
                Thread.sleep(LOOK_MILLIS);
            }
            loop.run();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            if (!loop.stopping()) {
                // Whatever it was, errors of the machine included: only a restart helps, and what was in hand is read
                // again by it. A process that lived on without its writer would say that all is well.
                state.failed();
                Quarkus.asyncExit(1);
            }
        }
    }

    private static boolean stale(RevocationList revoked, Author author) {
        return revoked.stale(author.userId(), author.sid(), author.ver(), author.rv(), author.roleIds());
    }

    /** The consumer's settings, on top of those of the connection. */
    static Map<String, Object> settings(Map<String, Object> broker, String group, String instance) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-" + instance);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Bounds.BATCH_RECORDS);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Bounds.BATCH_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
