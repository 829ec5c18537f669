package im.sparrow.platform.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBoundsTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    record Said(
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Long number,
            @Nullable List<String> texts,
            @Nullable Instant at) {}

    JsonBoundsTest() {
        new JsonBounds().customize(json);
    }

    @Test
    void what_is_said_as_it_must_be_is_read() throws JsonProcessingException {
        var document = "{\"text\":\"\uD83D\uDC26\",\"flag\":true,\"number\":7,\"texts\":[\"漢\"]"
                + ",\"at\":\"1970-01-01T00:00:00Z\"}";
        var said = json.readValue(document, Said.class);

        assertThat(said).isEqualTo(new Said("🐦", true, 7L, List.of("漢"), Instant.EPOCH));
        assertThat(json.readValue("{\"text\":null}", Said.class)).isEqualTo(new Said(null, null, null, null, null));
        assertThat(json.readValue("{\"a\":{\"b\":1}}", Map.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":5}",
                "{\"text\":true}",
                "{\"text\":1.5}",
                "{\"text\":[\"x\"]}",
                "{\"flag\":1}",
                "{\"flag\":\"true\"}",
                "{\"flag\":\"\"}",
                "{\"number\":\"7\"}",
                "{\"number\":7.0}",
                "{\"number\":true}",
                "{\"at\":\"\"}",
                "{\"at\":\" \"}",
                "{\"at\":true}",
                "{\"texts\":[5]}",
                "{\"texts\":\"x\"}"
            })
    void nothing_is_made_into_something_else(String document) {
        assertThatThrownBy(() -> json.readValue(document, Said.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"\\ud800\"}", "{\"text\":\"a\\udc00b\"}", "{\"texts\":[\"\\ud83d\"]}"})
    void half_a_pair_is_no_text(String document) {
        assertThatThrownBy(() -> json.readValue(document, Said.class)).hasMessageContaining("half a surrogate pair");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"a\"} {}", "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]"})
    void a_document_is_one_and_bounded(String document) {
        assertThatThrownBy(() -> json.readValue(document, Map.class)).isInstanceOf(JsonProcessingException.class);
    }
}
