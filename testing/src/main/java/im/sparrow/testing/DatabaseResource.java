package im.sparrow.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a schema of the JVM's database:
 * {@code @WithTestResource(value = DatabaseResource.class, initArgs = @ResourceArg(name = "schema", value = "sparrow_auth"))}.
 */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
    private TestDatabase database = new TestDatabase("sparrow_test");

    @Override
    public void init(Map<String, String> arguments) {
        database = new TestDatabase(arguments.getOrDefault("schema", "sparrow_test"));
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", TestDatabase.PASSWORD);
    }

    /** Nothing: the database ends with the JVM. */
    @Override
    public void stop() {}
}
