package im.sparrow.doctor;

import im.sparrow.contracts.Topics;
import im.sparrow.contracts.Topics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether all topics are there, those of the log cut alike: the order of a conversation hangs on it. */
final class TopicCheck implements Check {

    private static final List<Topic> ALIKE = List.of(Topics.MESSAGE_COMMAND, Topics.MESSAGE_EVENT);

    private final Broker broker;

    TopicCheck(Broker broker) {
        this.broker = broker;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public String holds() {
        return "all topics are there, and those of the log have as many partitions";
    }

    @Override
    public List<Finding> look() throws Unreachable {
        Map<String, Integer> partitions = broker.partitions();
        var findings = new ArrayList<Finding>();
        for (Topic topic : Topics.ALL) {
            if (!partitions.containsKey(topic.name())) {
                findings.add(new Finding(
                        name(), topic.name() + " does not exist", "make it as docs/operate.md lists it, then restart"));
            }
        }
        if (ALIKE.stream().map(topic -> partitions.get(topic.name())).distinct().count() > 1) {
            findings.add(new Finding(
                    name(),
                    "commands and events are cut into different numbers of partitions",
                    "the number of a topic's partitions is never changed: move to a topic of the next version"));
        }
        return findings;
    }
}
