package im.sparrow.gateway.event;

import im.sparrow.contracts.Topics;
import im.sparrow.gateway.command.Outcomes;
import im.sparrow.gateway.room.LogEvent;
import im.sparrow.gateway.room.Passage;
import im.sparrow.platform.kafka.TopicHandler;
import im.sparrow.platform.kafka.TopicReader;
import im.sparrow.platform.kafka.TopicReaders;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Reads the log's stream: waiting REST calls hear their outcomes, rooms hear the rest. */
@Singleton
public class LogStream implements TopicHandler {

    private static final Logger LOG = Logger.getLogger(LogStream.class);

    private final Outcomes outcomes;
    private final Passage passage;
    private final TopicReader reader;
    private final Counter heard;
    private final Counter unreadable;

    LogStream(Outcomes outcomes, Passage passage, TopicReaders readers, MeterRegistry metrics) {
        this.outcomes = outcomes;
        this.passage = passage;
        this.reader = readers.reader("log-stream", Topics.MESSAGE_EVENT, TopicReader.Start.END, this);
        this.heard = metrics.counter("sparrow.stream.records");
        this.unreadable = metrics.counter("sparrow.stream.unreadable");
    }

    void start(@Observes StartupEvent starting) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    /** Whether every partition's position is resolved: from then on nothing is missed. */
    public boolean ready() {
        return reader.caughtUp() && reader.connected();
    }

    /** Whether only a restart helps. */
    public boolean failed() {
        return reader.failed();
    }

    @Override
    public void records(ConsumerRecords<String, byte[]> batch) {
        List<LogEvent> events = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> written : batch) {
            try {
                LogEvent event = LogEvent.read(written);
                outcomes.heard(event);
                events.add(event);
            } catch (IllegalArgumentException newer) {
                unreadable.increment();
                LOG.debugf("passed over a record at %d-%d", written.partition(), written.offset());
            }
        }
        passage.pass(events);
        heard.increment(batch.count());
    }

    @Override
    public void missed(Gap gap) {
        LOG.warnf("records of the log's stream may have been missed (%s): rooms are made anew", gap);
        passage.rebuild();
    }
}
