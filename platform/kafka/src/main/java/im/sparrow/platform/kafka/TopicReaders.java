package im.sparrow.platform.kafka;

import im.sparrow.contracts.Topics.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Makes readers with the service's own connection to the broker ({@code kafka.*}, security included). */
@ApplicationScoped
public class TopicReaders {

    private final Map<String, Object> broker;

    TopicReaders(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    /**
     * A reader that is not started yet; who makes it closes it.
     *
     * @param name name of thread and client, unique in the process
     * @param topic what to read
     * @param start where to begin
     * @param handler takes the records
     */
    public TopicReader reader(String name, Topic topic, TopicReader.Start start, TopicHandler handler) {
        return new TopicReader(broker, name, topic, start, handler);
    }
}
