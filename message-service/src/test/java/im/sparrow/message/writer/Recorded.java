package im.sparrow.message.writer;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that notes the name of each statement, and the statement that has none. */
public final class Recorded {

    private static final Pattern NAME = Pattern.compile("/\\* ([a-z.-]+) \\*/");

    private final List<String> names = new ArrayList<>();
    private final Deque<SQLException> instead = new ArrayDeque<>();
    private final DataSource source;

    /** Over a real one. */
    public Recorded(DataSource real) {
        this.source = proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? recorded(connection) : result;
        });
    }

    /** The data source. */
    public DataSource source() {
        return source;
    }

    /** The names of the statements since the last time. */
    public List<String> take() {
        var taken = List.copyOf(names);
        names.clear();
        return taken;
    }

    /** Throws this instead of the next commit; said twice, also instead of the one after it. */
    void insteadOfCommit(SQLException error) {
        instead.add(error);
    }

    private Connection recorded(Connection real) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
                String sql = arguments == null ? "" : String.valueOf(arguments[0]);
                Matcher matcher = NAME.matcher(sql);
                names.add(matcher.find() ? matcher.group(1) : sql);
            }
            if (method.getName().equals("commit")) {
                names.add("commit");
                SQLException error = instead.poll();
                if (error != null) {
                    throw error;
                }
            }
            return call(real, method, arguments);
        });
    }

    private static @Nullable Object call(Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
