package im.sparrow.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.contracts.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicMakerTest {
    @TempDir
    Path folder;

    @Test
    void topics_are_made_once_and_their_number_of_partitions_is_fixed() throws Exception {
        var settings = new BrokerSettings(folder.resolve("data"), Ports.free(), Ports.free());
        try (var broker = KafkaBroker.start(settings);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicMaker.make(broker.bootstrapServers(), 6, (short) 1);
            TopicMaker.make(broker.bootstrapServers(), 6, (short) 1);

            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ALL.stream().map(Topics.Topic::name).toList());
            var command = new ConfigResource(ConfigResource.Type.TOPIC, "im.message-command.v1");
            var config = admin.describeConfigs(List.of(command))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();
            assertThat(config.get("retention.ms").value()).isEqualTo("604800000");
            assertThat(config.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
            assertThatThrownBy(() -> TopicMaker.make(broker.bootstrapServers(), 7, (short) 1))
                    .hasMessageContaining("6 partitions, not 7");
        }
    }

    @Test
    void a_revocation_is_gone_soon_after_two_hours() {
        var config = TopicMaker.config(Topics.REVOCATION);

        assertThat(config).containsEntry("retention.ms", "7200000").containsEntry("segment.ms", "1800000");
    }

    @Test
    void accounts_are_compacted_within_a_day_and_never_deleted() {
        var config = TopicMaker.config(Topics.ACCOUNT);

        assertThat(config)
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("max.compaction.lag.ms", "86400000")
                .doesNotContainKey("retention.ms");
    }
}
