package im.sparrow.message.writer;

import im.sparrow.platform.kafka.Producers;
import im.sparrow.testing.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** A writer beside the service's own, in a group of its own: it reads everything from the first record on. */
final class SecondWriter implements AutoCloseable {

    final WriterState state = new WriterState(new SimpleMeterRegistry());
    private final EventPublisher publisher;
    private final CommandLoop loop;
    private final Thread thread;

    SecondWriter(String group, String instance, DataSource database, Producers producers) {
        publisher = new EventPublisher(producers, Duration.ZERO);
        var events = new EventRecords(TestBroker.PARTITIONS);
        var writer = new BatchWriter(Bench.transaction(database, Instant::now), publisher, events, moved -> {}, state);
        var broker = Map.<String, Object>of("bootstrap.servers", TestBroker.bootstrapServers());
        var settings = Writer.settings(broker, group, instance);
        // The shortest that a broker allows: its successor waits no longer.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        loop = new CommandLoop(settings, writer, state, Duration.ofMillis(200));
        thread = Thread.ofPlatform().name(instance).start(loop);
    }

    @Override
    public void close() throws InterruptedException {
        loop.stop();
        thread.join();
        publisher.close();
    }
}
