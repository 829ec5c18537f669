package im.sparrow.message.writer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that can be switched off: then nobody gets a connection, and who has one can do nothing with it. */
final class Switch {

    private volatile boolean on = true;

    DataSource over(DataSource real) {
        return proxy(DataSource.class, real);
    }

    private <T> T proxy(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (!on && !method.getName().equals("close")) {
                        throw new SQLException("switched off", "08001");
                    }
                    try {
                        Object given = method.invoke(real, arguments);
                        return given instanceof Connection connection ? proxy(Connection.class, connection) : given;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    void on() {
        on = true;
    }

    void off() {
        on = false;
    }
}
