package im.sparrow.social;

import im.sparrow.platform.core.Secret;
import im.sparrow.platform.core.Service;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts social-service, outside local mode only with a database password of its own. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** The program. */
    public static void main(String... args) {
        Service.run(args, Secret.password("SPARROW_DB_PASSWORD"), Secret.key("SPARROW_SOCIAL_SECRET"));
    }
}
