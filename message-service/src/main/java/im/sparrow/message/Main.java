package im.sparrow.message;

import im.sparrow.platform.core.Secret;
import im.sparrow.platform.core.Service;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts message-service. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** The process's entry; see {@link Service#run}. */
    public static void main(String[] args) {
        Service.run(args, Secret.password("SPARROW_DB_PASSWORD"), Secret.key("SPARROW_MESSAGE_SECRET"));
    }
}
