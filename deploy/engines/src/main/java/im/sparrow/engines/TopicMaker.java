package im.sparrow.engines;

import im.sparrow.contracts.Topics;
import im.sparrow.contracts.Topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics of {@link Topics#ALL}. It adds what is missing and never changes the number of partitions of what is
 * there: the order of a conversation hangs on it.
 */
public final class TopicMaker {

    private static final Duration HEARD_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private TopicMaker() {}

    /**
     * Makes what is missing; returns when all topics exist.
     *
     * @throws IllegalStateException when a topic exists with another number of partitions
     */
    public static void make(String bootstrapServers, int partitions, short replicas) {
        Quiet.kafka();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            create(admin, partitions, replicas);
            check(admin, partitions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot make the topics", e.getCause());
        }
    }

    private static void create(Admin admin, int partitions, short replicas)
            throws InterruptedException, ExecutionException {
        var known = admin.listTopics().names().get();
        var missing = Topics.ALL.stream()
                .filter(topic -> !known.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), partitions, replicas).configs(config(topic)))
                .toList();
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another launcher was faster: as good
                throw e;
            }
        }
    }

    private static void check(Admin admin, int partitions) throws InterruptedException, ExecutionException {
        for (var topic : described(admin).values()) {
            if (topic.partitions().size() != partitions) {
                throw new IllegalStateException("%s has %d partitions, not %d; that number is fixed for its life"
                        .formatted(topic.name(), topic.partitions().size(), partitions));
            }
        }
    }

    /** A topic exists once the controller says so; the broker that answers here may hear of it a moment later. */
    private static Map<String, TopicDescription> described(Admin admin)
            throws InterruptedException, ExecutionException {
        var names = Topics.ALL.stream().map(Topic::name).toList();
        long end = System.nanoTime() + HEARD_WITHIN.toNanos();
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    /** What a topic is made with. */
    static Map<String, String> config(Topic topic) {
        var config = new HashMap<String, String>();
        // The age of a command is judged by when the broker took it, not by a sender's clock.
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        var kept = Long.toString(topic.retention().toMillis());
        if (topic.compacted()) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            config.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, kept);
        } else {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            config.put(TopicConfig.RETENTION_MS_CONFIG, kept);
        }
        // Only closed segments are deleted or compacted: a quarter of the time, at most a day, keeps the promise.
        var segment =
                Math.min(topic.retention().toMillis() / 4, Duration.ofDays(1).toMillis());
        config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segment));
        return config;
    }
}
