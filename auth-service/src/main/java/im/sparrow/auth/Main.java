package im.sparrow.auth;

import im.sparrow.platform.core.Secret;
import im.sparrow.platform.core.Service;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts auth-service, outside local mode only with secrets of its own. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** The program. */
    public static void main(String... args) {
        Service.run(
                args,
                Secret.key("SPARROW_MASTER_KEY"),
                Secret.password("SPARROW_DB_PASSWORD"),
                Secret.key("SPARROW_GATEWAY_SECRET"),
                Secret.key("SPARROW_ADMIN_SECRET"),
                Secret.key("SPARROW_BOT_SECRET"),
                Secret.key("SPARROW_SOCIAL_SECRET"),
                Secret.key("SPARROW_MESSAGE_SECRET"));
    }
}
