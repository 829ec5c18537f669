package im.sparrow.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseServerTest {
    private static final String EMOJI = "麻雀 🐦";

    @TempDir
    Path folder;

    private final int port = Ports.free();

    enum Kind {
        MARIADB,
        MYSQL;

        DatabaseProgram program() {
            return this == MARIADB ? MariaDb.bundled() : MySql.bundled();
        }
    }

    private DatabaseServer start(Kind kind, String password) throws Exception {
        var users = List.of(new SchemaUser("sparrow_one", password), new SchemaUser("sparrow_two", "other"));
        return DatabaseServer.start(
                kind.program(), new DatabaseSettings(folder.resolve("data"), folder.resolve("run"), port, users));
    }

    private Connection connect(String user, String password, String schema) throws SQLException {
        return DriverManager.getConnection(DatabaseServer.jdbcUrl(port, schema), user, password);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_committed_survives_a_kill(Kind kind) throws Exception {
        var server = start(kind, "first");
        try (var connection = connect("sparrow_one", "first", "sparrow_one");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE said (id BIGINT PRIMARY KEY, text VARCHAR(100))");
            statement.execute("INSERT INTO said VALUES (1, '" + EMOJI + "')");
        }
        server.kill();
        assertThat(DatabaseServer.greets(port)).isFalse();

        try (var again = start(kind, "second");
                var connection = connect("sparrow_one", "second", "sparrow_one");
                var rows = connection.createStatement().executeQuery("SELECT text FROM said")) {
            assertThat(again.process().isAlive()).isTrue();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(EMOJI);
            assertThatThrownBy(() -> connect("sparrow_one", "first", "sparrow_one"))
                    .hasMessageContaining("Access denied");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_reaches_only_its_own_schema_and_root_none(Kind kind) throws Exception {
        try (var server = start(kind, "first")) {
            assertThat(connect("sparrow_two", "other", "sparrow_two").isValid(1))
                    .isTrue();
            assertThatThrownBy(() -> connect("sparrow_two", "other", "sparrow_one"))
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> connect("root", "", "sparrow_one")).isInstanceOf(SQLException.class);
            assertThat(server.port()).isEqualTo(port);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commits_reach_the_disk(Kind kind) throws Exception {
        try (var server = start(kind, "first");
                var connection = connect("sparrow_one", "first", "sparrow_one");
                var rows = connection.createStatement().executeQuery("SELECT @@innodb_flush_log_at_trx_commit")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(server.process().isAlive()).isTrue();
        }
    }
}
