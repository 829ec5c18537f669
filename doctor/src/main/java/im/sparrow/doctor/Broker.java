package im.sparrow.doctor;

import im.sparrow.contracts.Topics;
import im.sparrow.contracts.Topics.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the broker says of itself. Each answer is waited for ten seconds at most. */
final class Broker implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Admin admin;

    Broker(String servers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "sparrow-doctor",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
    }

    /** Our topics that exist, with their partitions. */
    Map<String, Integer> partitions() throws Unreachable {
        var names = Topics.ALL.stream().map(Topic::name).toList();
        var partitions = new HashMap<String, Integer>();
        for (var answer : admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                TopicDescription topic = answer.getValue().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                partitions.put(answer.getKey(), topic.partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof org.apache.kafka.common.errors.UnknownTopicOrPartitionException)) {
                    throw new Unreachable("the broker", e);
                }
            } catch (TimeoutException e) {
                throw new Unreachable("the broker", e);
            } catch (InterruptedException e) {
                throw stopped(e);
            }
        }
        return partitions;
    }

    /** Where each partition of a topic begins or ends now. */
    Map<TopicPartition, Long> offsets(Topic topic, OffsetSpec which) throws Unreachable {
        int count = partitions().getOrDefault(topic.name(), 0);
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (int i = 0; i < count; i++) {
            asked.put(new TopicPartition(topic.name(), i), which);
        }
        var offsets = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked).all()).forEach((partition, at) -> offsets.put(partition, at.offset()));
        return offsets;
    }

    /** How far a group has read; a partition is missing where it has not begun. */
    Map<TopicPartition, Long> read(String group) throws Unreachable {
        var read = new HashMap<TopicPartition, Long>();
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, at) -> {
                    if (at != null) {
                        read.put(partition, at.offset());
                    }
                });
        return read;
    }

    /** How many read in a group. */
    int members(String group) throws Unreachable {
        try {
            var described = admin.describeConsumerGroups(List.of(group)).all();
            return described.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).values().stream()
                    .mapToInt(one -> one.members().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException) {
                return 0;
            }
            throw new Unreachable("the broker", e);
        } catch (TimeoutException e) {
            throw new Unreachable("the broker", e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static <T> T answer(KafkaFuture<T> future) throws Unreachable {
        try {
            return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unreachable("the broker", e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static Unreachable stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Unreachable("the broker", e);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ZERO);
    }
}
