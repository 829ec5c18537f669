package im.sparrow.platform.outbox;

import im.sparrow.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** The platform's tables in the test's schema, as a service's migration would make them. */
final class Ddl {

    private Ddl() {}

    /** Makes the tables of these resources in {@code db/platform} anew. */
    static void anew(String... resources) throws SQLException, IOException {
        try (var connection = new TestDatabase("sparrow_test").connect();
                var statement = connection.createStatement()) {
            for (String table : List.of("node_lease", "outbox", "outbox_lease")) {
                statement.execute("DROP TABLE IF EXISTS " + table);
            }
            for (String resource : resources) {
                String path = "db/platform/" + resource + ".sql";
                try (var text = Ddl.class.getClassLoader().getResourceAsStream(path)) {
                    var ddl = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
                    for (String single : ddl.split(";\\s*\n")) {
                        statement.execute(single);
                    }
                }
            }
        }
    }
}
