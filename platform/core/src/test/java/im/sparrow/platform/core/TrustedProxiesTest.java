package im.sparrow.platform.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "127.0.0.1:8080, false",
        "10.0.0.0/8, false",
        "[::1], false",
        "[fe80::1]:443, false",
        "::1/128, false",
        "::1, true",
        "fe80::1, true",
        "gateway, true",
        "localhost:80, true",
        "1.2.3, true",
        "999.1.1.1, true",
        "[gateway], true",
        "[::1, true",
        "'', true",
    })
    void what_the_framework_would_ask_the_dns_is_a_name(String proxy, boolean name) {
        assertThat(TrustedProxies.names(List.of(proxy))).hasSize(name ? 1 : 0);
    }

    @Test
    void a_service_that_trusts_a_name_does_not_start() {
        var proxies = new TrustedProxies(Optional.of(List.of("127.0.0.1", "::1", "proxy.example")));

        assertThatThrownBy(() -> proxies.start(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SPARROW_TRUSTED_PROXIES")
                .hasMessageContaining("::1, proxy.example");
    }

    @Test
    void a_service_that_trusts_nobody_starts() {
        new TrustedProxies(Optional.empty()).start(new StartupEvent());
    }
}
