package im.sparrow.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.platform.kafka.Producers;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** The settings that keep a command from being lost, doubled or overtaken, as they reach the client. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(im.sparrow.gateway.ServicesResource.class)
class CommandSettingsTest {

    @Inject
    Producers producers;

    @Inject
    CommandConfig config;

    @Test
    void commands_are_acknowledged_by_all_and_neither_doubled_nor_overtaken() {
        var settings = new ProducerConfig(producers.settings(
                CommandSender.NAME, config.linger(), CommandSender.DELIVERY, CommandSender.MAX_BLOCK));

        assertThat(settings.getString("acks")).isEqualTo("-1");
        assertThat(settings.getBoolean("enable.idempotence")).isTrue();
        assertThat(settings.getLong("linger.ms")).isEqualTo(1);
        assertThat(settings.getInt("delivery.timeout.ms")).isEqualTo(120_000);
        assertThat(settings.getLong("max.block.ms")).isEqualTo(1_000);
        assertThat(settings.getInt("max.in.flight.requests.per.connection")).isEqualTo(5);
        assertThat(settings.getInt("retries")).isEqualTo(Integer.MAX_VALUE);
    }
}
