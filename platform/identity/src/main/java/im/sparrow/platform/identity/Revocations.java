package im.sparrow.platform.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.platform.kafka.TopicReader;
import im.sparrow.platform.kafka.TopicReaders;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link RevocationList} of this process true: reads {@code im.revocation.v1} from its beginning, in every
 * instance of every service, and tells listeners of each change.
 *
 * <p>While the broker is away the list stands still; what is missed then is at most one token's life old, since every
 * refresh asks auth-service.
 */
@Singleton
public class Revocations {

    private static final Logger LOG = Logger.getLogger(Revocations.class);

    /** How long somebody with a token may wait for the topic to be read at the start. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(10);

    private final RevocationList list = new RevocationList(this::whole);
    private final List<Consumer<Revocation>> listeners = new CopyOnWriteArrayList<>();
    private final ObjectReader json;
    private final InstantSource time;
    private final TopicReader reader;
    private volatile boolean whole;

    Revocations(TopicReaders readers, ObjectMapper json, InstantSource time) {
        this.json = json.readerFor(Revocation.class);
        this.time = time;
        this.reader = readers.reader("revocations", Topics.REVOCATION, TopicReader.Start.BEGINNING, this::apply);
    }

    void start(@Observes StartupEvent starting) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    /** The list, for whoever verifies. */
    @Produces
    @Singleton
    public RevocationList list() {
        return list;
    }

    /** Whether the topic was read whole: before that nobody may rely on the list. */
    public boolean caughtUp() {
        return reader.caughtUp();
    }

    /** Whether the list can no longer be kept true, and only a restart helps. */
    public boolean failed() {
        return reader.failed();
    }

    /**
     * Calls a listener for each change from now on, after the list knows it, on the reader's thread: it must be quick,
     * must not throw, and may hear of a change twice.
     */
    public void onChange(Consumer<Revocation> listener) {
        listeners.add(listener);
    }

    /** Stays so once it is; a broker that goes away later takes nothing from the list. */
    private boolean whole() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!whole && !reader.caughtUp() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        whole = whole || reader.caughtUp();
        return whole;
    }

    private void apply(ConsumerRecords<String, byte[]> batch) {
        for (ConsumerRecord<String, byte[]> written : batch) {
            Revocation change = read(written);
            if (change != null) {
                list.apply(change, Instant.ofEpochMilli(written.timestamp()));
                listeners.forEach(listener -> listener.accept(change));
            }
        }
        list.forgetBefore(time.instant());
    }

    private @Nullable Revocation read(ConsumerRecord<String, byte[]> written) {
        try {
            return json.readValue(written.value());
        } catch (JsonProcessingException unknown) {
            // A kind from a newer version; what it says concerns only those who know it.
            LOG.warnf("passed over a revocation at %d-%d", written.partition(), written.offset());
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
