package im.sparrow.message.frame;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.message.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void an_emoji_stays_itself_on_the_wire() {
        assertThat(Json.bytes(new Text("你好 👋"))).isEqualTo("{\"text\":\"你好 👋\"}".getBytes(StandardCharsets.UTF_8));
    }
}
