package im.sparrow.verify.defect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.asm.Advice;

/**
 * Every so many batches are told and never stored: what is left of telling before the commit when the process dies
 * between the two.
 */
public final class UnstoredBatch {

    private static final int EVERY = 40;
    private static final String WRITER = "log-writer";
    private static final AtomicLong COMMITS = new AtomicLong();

    private UnstoredBatch() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.This Connection connection) throws SQLException {
        return rolledBack(connection);
    }

    /** Whether the transaction was undone instead. */
    public static boolean rolledBack(Connection connection) throws SQLException {
        boolean undone = Thread.currentThread().getName().equals(WRITER) && COMMITS.incrementAndGet() % EVERY == 0;
        if (undone) {
            connection.rollback();
        }
        return undone;
    }
}
