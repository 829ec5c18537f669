package im.sparrow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final long RUN = 0x1234_5678_9abcL;

    private static String id(long number) {
        var out = Unpooled.buffer();
        Ids.write(out, number, RUN);
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void a_number_comes_back_from_its_id() {
        for (long number : new long[] {0, 1, 2, 65_535, 65_536, 9_999_999}) {
            var frame = Unpooled.copiedBuffer(id(number), StandardCharsets.US_ASCII);
            assertThat(Ids.number(frame, 0, RUN)).isEqualTo(number);
        }
    }

    @Test
    void an_id_of_another_run_has_no_number() {
        var frame = Unpooled.copiedBuffer(id(7), StandardCharsets.US_ASCII);
        assertThat(Ids.number(frame, 0, RUN + 1)).isEqualTo(-1);
    }

    @Test
    void an_id_is_written_as_every_server_writes_it() {
        assertThat(UUID.fromString(id(7)).toString()).isEqualTo(id(7)).hasSize(Ids.LENGTH);
    }
}
