package im.sparrow.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    @ParameterizedTest
    @ValueSource(strings = {"node_lease", "outbox", "idempotency_key"})
    void holds_the_tables_of_the_platform_word_for_word(String table) throws IOException {
        assertThat(text("db/migration/V1__accounts.sql")).contains(text("db/platform/" + table + ".sql"));
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = SchemaTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
