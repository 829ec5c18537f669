package im.sparrow.platform.core;

import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start with a trusted proxy that is given by name. The framework asks the DNS for a name at every request, and
 * takes an IPv6 address without brackets ({@code ::1}) for one: where the DNS is slow or silent, one request in four waits
 * five seconds.
 */
@Singleton
final class TrustedProxies {

    private static final String SETTING = "quarkus.http.proxy.trusted-proxies";

    private final List<String> proxies;

    TrustedProxies(@ConfigProperty(name = SETTING) Optional<List<String>> proxies) {
        this.proxies = proxies.orElse(List.of());
    }

    void start(@Observes StartupEvent starting) {
        List<String> names = names(proxies);
        if (!names.isEmpty()) {
            throw new IllegalStateException(SETTING
                    + " (SPARROW_TRUSTED_PROXIES) holds %s: give addresses or networks, as 10.0.0.0/8, 127.0.0.1 or [::1]"
                            .formatted(String.join(", ", names)));
        }
    }

    /** Those of the entries that the framework would take for names. */
    static List<String> names(List<String> proxies) {
        return proxies.stream()
                .map(String::strip)
                .filter(proxy -> !isAddress(proxy))
                .toList();
    }

    private static boolean isAddress(String proxy) {
        if (proxy.indexOf('/') >= 0) {
            return true;
        }
        if (proxy.startsWith("[")) {
            int end = proxy.indexOf(']');
            return end > 0 && NetUtil.isValidIpV6Address(proxy.substring(1, end));
        }
        int port = proxy.indexOf(':');
        return NetUtil.isValidIpV4Address(port < 0 ? proxy : proxy.substring(0, port));
    }
}
