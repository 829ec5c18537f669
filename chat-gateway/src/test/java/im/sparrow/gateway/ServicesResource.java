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
        return Map.of(
                "quarkus.rest-client.message.url", url,
                "sparrow.identity.auth-url", url,
                "sparrow.upstream.auth", url,
                "sparrow.upstream.social", url,
                "sparrow.upstream.message", url);
    }

    @Override
    public void stop() {}
}
