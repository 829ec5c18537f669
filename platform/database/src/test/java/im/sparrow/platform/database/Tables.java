package im.sparrow.platform.database;

import im.sparrow.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the tables as a service's migration would, before the application starts. */
public final class Tables implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (var connection = new TestDatabase("sparrow_test").connect();
                var statement = connection.createStatement()) {
            for (String resource : List.of("db/platform/node_lease.sql", "db/platform/idempotency_key.sql")) {
                try (var text = Tables.class.getClassLoader().getResourceAsStream(resource)) {
                    statement.execute(new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return Map.of();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Nothing: the database ends with the JVM. */
    @Override
    public void stop() {}
}
