package im.sparrow.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction of its own, and again when the database took another's side: two transactions that lock in
 * each other's way, or that both insert the first row of a kind, are ordinary and not faults.
 */
public final class Transactions {

    /** How often the work is run at most. */
    public static final int ATTEMPTS = 4;

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT = 1205;
    private static final int CHANGED_SINCE_READ = 1020;
    private static final int DUPLICATE = 1062;
    private static final Set<Integer> AGAIN = Set.of(DEADLOCK, LOCK_WAIT, CHANGED_SINCE_READ, DUPLICATE);
    private static final int PAUSE_MILLIS = 20;

    private Transactions() {}

    /**
     * Runs the work, which must do nothing but talk to the database, in a transaction of its own. Inside another such
     * work it becomes a part of that one, which is repeated as a whole.
     *
     * @return what the work returned in the attempt that was committed
     */
    public static <T extends @Nullable Object> T retried(Supplier<T> work) {
        if (QuarkusTransaction.isActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS || !worthRepeating(failed)) {
                    throw failed;
                }
                LOG.debugf("transaction run again: %s", failed.toString());
                pause(attempt);
            }
        }
    }

    /** The same for work without a result. */
    public static void retried(Runnable work) {
        retried(() -> {
            work.run();
            return 0;
        });
    }

    /** Whether a failure has such a conflict behind it. */
    static boolean worthRepeating(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>(Set.of(failure));
        Set<Throwable> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Throwable each = open.pop();
            if (seen.add(each)) {
                if (each instanceof SQLException sql && AGAIN.contains(sql.getErrorCode())) {
                    return true;
                }
                if (each.getCause() != null) {
                    open.push(each.getCause());
                }
                open.addAll(List.of(each.getSuppressed()));
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS * attempt));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
