package im.sparrow.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private final Origins origins = new Origins(List.of("https://app.example.org", " http://localhost:5173 ", ""));

    @ParameterizedTest
    @CsvSource({
        "https://app.example.org,       chat.example.org,      true",
        "HTTPS://App.Example.Org,       chat.example.org,      true",
        "http://localhost:5173,         127.0.0.1:7800,        true",
        "https://chat.example.org,      chat.example.org,      true",
        "http://127.0.0.1:7800,         127.0.0.1:7800,        true",
        "http://app.example.org,        chat.example.org,      false",
        "https://app.example.org:8443,  chat.example.org,      false",
        "https://evil.example.org,      chat.example.org,      false",
        "https://chat.example.org.evil, chat.example.org,      false",
        "http://127.0.0.1:7801,         127.0.0.1:7800,        false",
        "null,                          chat.example.org,      false",
        "file://chat.example.org,       chat.example.org,      false",
        "chat.example.org,              chat.example.org,      false",
        "https://a b,                   chat.example.org,      false",
    })
    void a_page_may_open_a_socket_when_its_origin_is_ours_or_listed(String origin, String host, boolean may) {
        assertThat(origins.allow(origin, host)).isEqualTo(may);
    }

    @Test
    void what_is_no_browser_names_no_origin() {
        assertThat(origins.allow(null, "chat.example.org")).isTrue();
        assertThat(origins.allow("https://chat.example.org", null)).isFalse();
    }
}
