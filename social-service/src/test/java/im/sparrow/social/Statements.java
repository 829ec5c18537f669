package im.sparrow.social;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hears every statement that the driver sends. The driver may have loaded this class by another loader than the test, so
 * what was heard is kept in the JVM's own properties.
 */
public final class Statements implements QueryInterceptor {

    private static final String KEPT = "sparrow.test.statements";

    /** The statements that some work sends, without those of relay, leases and transactions. */
    public static List<String> during(Runnable work) {
        var heard = new ConcurrentLinkedQueue<String>();
        System.getProperties().put(KEPT, heard);
        try {
            work.run();
        } finally {
            System.getProperties().remove(KEPT);
        }
        List<String> statements = new ArrayList<>();
        for (String sql : heard) {
            if (!sql.matches(
                    "(?is).*\\b(outbox|outbox_lease|node_lease|known_account_)\\b.*|SET .*|COMMIT.*|ROLLBACK.*")) {
                statements.add(sql);
            }
        }
        return statements;
    }

    @Override
    @SuppressWarnings("unchecked") // only this class puts something under its key
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        var heard = (ConcurrentLinkedQueue<String>) System.getProperties().get(KEPT);
        String text = sql.get();
        if (heard != null && text != null) {
            heard.add(text);
        }
        return null;
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T originalResultSet, ServerSession session) {
        return null;
    }

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return true;
    }

    @Override
    public void destroy() {
        // Nothing is held.
    }
}
