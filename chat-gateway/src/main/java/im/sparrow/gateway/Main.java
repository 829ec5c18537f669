package im.sparrow.gateway;

import im.sparrow.platform.core.Secret;
import im.sparrow.platform.core.Service;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts chat-gateway. */
@QuarkusMain
public final class Main {

    Main() {}

    /** Secrets first, then Quarkus; returns when the service is told to stop. */
    public static void main(String... args) {
        Service.run(args, Secret.key("SPARROW_GATEWAY_SECRET"));
    }
}
