package im.sparrow.verify.defect;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReplayedJoinsTest {

    @Test
    void who_came_is_told_again_and_who_went_is_not() {
        var came = record("+5");
        var both = record("+6,-7");
        var went = record("-8");
        var talk = new ProducerRecord<String, byte[]>("t", new byte[0]);
        ReplayedJoins.withOld(List.of(came, both, went, talk));

        var again = new ArrayList<Object>();
        for (int i = 0; i < 40; i++) {
            again.addAll(ReplayedJoins.withOld(List.of()));
        }

        assertThat(new HashSet<>(again)).containsExactlyInAnyOrder(came, both);
    }

    private static ProducerRecord<String, byte[]> record(String effect) {
        var record = new ProducerRecord<String, byte[]>("t", new byte[0]);
        record.headers().add(Headers.MEMBERSHIP, effect.getBytes(StandardCharsets.US_ASCII));
        return record;
    }
}
