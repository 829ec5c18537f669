package im.sparrow.gateway.socket;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.platform.core.Refused;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What may wait is done aside, on a virtual thread, and answered on the connection's loop. */
final class Aside {

    private static final Logger LOG = Logger.getLogger(Aside.class);
    private static final Refused FAULT =
            new Refused(Problem.INTERNAL, "Something went wrong on our side; come back in a moment.");
    private static final int BACK_MIN_MS = 1_000;
    private static final int BACK_MAX_MS = 5_000;

    private Aside() {}

    /**
     * Does something aside. A fault of ours is logged and ends the connection, which can be opened again; a client is
     * never left without an answer.
     *
     * @param work runs on a virtual thread
     * @param done hears its result, on the loop
     * @param refused hears why there is none, on the loop
     */
    static <T> void run(Connection connection, Supplier<T> work, Consumer<T> done, Consumer<Refused> refused) {
        Thread.ofVirtual()
                .name("aside")
                .uncaughtExceptionHandler((thread, fault) -> fault(connection, fault))
                .start(() -> {
                    T result;
                    try {
                        result = work.get();
                    } catch (Refused why) {
                        connection.execute(() -> refused.accept(why));
                        return;
                    }
                    connection.execute(() -> done.accept(result));
                });
    }

    private static void fault(Connection connection, Throwable fault) {
        LOG.error("a socket is ended by a fault", fault);
        connection.execute(() -> comeBack(connection, FAULT, null));
    }

    /** Ends a connection for a reason that may be over in a moment. */
    static void comeBack(Connection connection, Refused why, @Nullable String ref) {
        int back = ThreadLocalRandom.current().nextInt(BACK_MIN_MS, BACK_MAX_MS);
        connection.send(ServerFrame.Error.of(why, ref));
        connection.send(ServerFrame.Bye.of(CloseCode.DRAINING, Duration.ofMillis(back)));
        connection.close(CloseCode.DRAINING);
    }
}
