package im.sparrow.doctor;

import im.sparrow.contracts.Topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether what was said is read: somebody does, and what waits now does not wait still after a while. */
final class LagCheck implements Check {

    private final String group;
    private final Topic topic;
    private final String service;
    private final Broker broker;
    private final Duration patience;

    LagCheck(String group, Topic topic, String service, Broker broker, Duration patience) {
        this.group = group;
        this.topic = topic;
        this.service = service;
        this.broker = broker;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "lag of " + group;
    }

    @Override
    public String holds() {
        return service + " reads what is said on " + topic.name();
    }

    @Override
    public List<Finding> look() throws Unreachable {
        Map<TopicPartition, Long> said = broker.offsets(topic, OffsetSpec.latest());
        long waits = waits(said);
        if (waits == 0) {
            return List.of();
        }
        pause();
        long still = waits(said);
        int members = broker.members(group);
        if (still == 0 || (members > 0 && still < waits)) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                "%d records of %s wait, and %s"
                        .formatted(still, topic.name(), members == 0 ? "nobody reads them" : "nothing moves"),
                members == 0
                        ? "start " + service + ", and see in its log why it stopped"
                        : "see what " + service + " says that it waits for: its log, and /q/health/ready"));
    }

    private long waits(Map<TopicPartition, Long> said) throws Unreachable {
        Map<TopicPartition, Long> read = broker.read(group);
        Map<TopicPartition, Long> oldest = broker.offsets(topic, OffsetSpec.earliest());
        return said.entrySet().stream()
                .mapToLong(end -> Math.max(
                        0,
                        end.getValue()
                                - Math.max(read.getOrDefault(end.getKey(), 0L), oldest.getOrDefault(end.getKey(), 0L))))
                .sum();
    }

    private void pause() {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
