package im.sparrow.message.writer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that can be switched off: then nobody gets a connection. */
final class Switch {

    private volatile boolean on = true;

    DataSource over(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (!on && method.getName().equals("getConnection")) {
                        throw new SQLException("switched off", "08001");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    void on() {
        on = true;
    }

    void off() {
        on = false;
    }
}
