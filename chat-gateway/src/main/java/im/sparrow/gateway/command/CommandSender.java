package im.sparrow.gateway.command;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.Topics.Topic;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.kafka.Producers;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * The one thread that gives records to the producer: {@code send} may block, which an event loop must not, and one thread
 * keeps the order in which each socket spoke.
 *
 * <p>A record that waited here longer than a client waits for its acknowledgement is not sent any more: its sender was
 * told, and will come with it again.
 */
@Singleton
public class CommandSender {

    /** A record that the broker does not acknowledge for so long is given up; its sender was told long before. */
    static final Duration DELIVERY = Duration.ofSeconds(120);

    /** How long the thread may wait for metadata or room in the producer. */
    static final Duration MAX_BLOCK = Duration.ofSeconds(1);

    static final String NAME = "gateway-commands";

    private static final Logger LOG = Logger.getLogger(CommandSender.class);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Refused AWAY =
            new Refused(Problem.UNAVAILABLE, "Not taken yet; send the same again with the same id.");
    private static final Refused FULL = new Refused(Problem.BUSY, "Too much at once; send the same again in a moment.");

    private final KafkaProducer<String, byte[]> producer;
    private final BlockingQueue<Outgoing> queue;
    private final long patience;
    private final Map<Topic, Integer> partitions = new HashMap<>();
    private final CountDownLatch known = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("command-sender").unstarted(this::run);

    CommandSender(Producers producers, CommandConfig config) {
        this.producer = producers.create(NAME, config.linger(), DELIVERY, MAX_BLOCK);
        this.queue = new ArrayBlockingQueue<>(config.queue());
        this.patience = config.patience().toNanos();
    }

    void start(@Observes StartupEvent starting) {
        thread.start();
    }

    /** After the sockets are gone: what is already with the producer is still delivered. */
    @PreDestroy
    void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE);
    }

    /** Waits until everything given to the producer so far was acknowledged, or given up. */
    public void flush() {
        producer.flush();
    }

    /** Whether the topics are known, so that a record can be sent at once. */
    public boolean ready() {
        return known.getCount() == 0;
    }

    /** Takes a record over; never blocks. */
    void send(Outgoing record) {
        if (!queue.offer(record)) {
            record.answer().failed(FULL);
        }
    }

    private void run() {
        try {
            while (!learn()) {
                Thread.sleep(MAX_BLOCK);
            }
            while (true) {
                give(queue.take());
            }
        } catch (InterruptedException | InterruptException stopping) {
            queue.forEach(record -> record.answer().failed(AWAY));
        }
    }

    private boolean learn() {
        try {
            for (Topic topic : new Topic[] {Topics.MESSAGE_COMMAND, Topics.CURSOR}) {
                partitions.put(topic, producer.partitionsFor(topic.name()).size());
            }
            known.countDown();
            return true;
        } catch (InterruptException stopping) {
            throw stopping;
        } catch (KafkaException away) {
            LOG.warnf("the broker cannot be asked yet: %s", away.getMessage());
            return false;
        }
    }

    private void give(Outgoing out) {
        if (System.nanoTime() - out.since() > patience) {
            out.answer().failed(AWAY);
            return;
        }
        int partition = Topics.partition(out.key(), partitions.getOrDefault(out.topic(), 1));
        var record = new ProducerRecord<>(out.topic().name(), partition, out.key(), out.value(), out.headers());
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                out.answer().acked();
            } else {
                LOG.debugf("not taken by %s: %s", out.topic().name(), failure.toString());
                out.answer().failed(AWAY);
            }
        });
    }
}
