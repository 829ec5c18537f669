package im.sparrow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void a_key_lies_where_kafkas_own_partitioner_would_lay_it() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var key = Long.toString(random.nextLong() >>> 1 + random.nextInt(60));
            int kafka = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 48;
            assertThat(Topics.partition(key, 48)).isEqualTo(kafka);
        }
    }
}
