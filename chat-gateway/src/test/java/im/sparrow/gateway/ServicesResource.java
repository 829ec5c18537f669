package im.sparrow.gateway;

import im.sparrow.engines.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Tells the gateway where {@link FakeServices} will be: the tests' class loader starts it, so that it is theirs. */
public final class ServicesResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "sparrow.test.services.port";

    @Override
    public Map<String, String> start() {
        int port = Ports.free();
        System.setProperty(PORT, Integer.toString(port));
        String url = "http://127.0.0.1:" + port;
        return Map.ofEntries(
                Map.entry("quarkus.rest-client.message.url", url),
                Map.entry("sparrow.identity.auth-url", url),
                Map.entry("sparrow.upstream.auth", url),
                Map.entry("sparrow.upstream.social", url),
                Map.entry("sparrow.upstream.message", url),
                // What waits in production for seconds waits for one here.
                Map.entry("sparrow.sockets.origins", "https://app.example.org"),
                Map.entry("sparrow.sockets.hello-within", "1s"),
                Map.entry("sparrow.sockets.renew-within", "2s"),
                Map.entry("sparrow.sockets.role-jitter", "100ms"),
                Map.entry("sparrow.drain.notice", "100ms"),
                Map.entry("sparrow.commands.patience", "3s"));
    }

    @Override
    public void stop() {}
}
