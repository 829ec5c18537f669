package im.sparrow.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    @ParameterizedTest
    @ValueSource(strings = {"node_lease", "idempotency_key", "outbox", "known_account"})
    void the_migration_has_the_platforms_tables_word_for_word(String table) throws IOException {
        assertThat(text("db/migration/V1__contacts.sql")).contains(text("db/platform/" + table + ".sql"));
    }

    private static String text(String resource) throws IOException {
        try (var stream = SchemaTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
