package im.sparrow.verify.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done to the log's tables must leave every statement of the service possible: a defect is not an outage. */
class DamageTest {

    private static final Path SOURCES = Path.of("../message-service/src/main");

    @ParameterizedTest
    @EnumSource
    void an_index_that_is_dropped_has_a_successor_of_its_name(Damage.Kind kind) {
        for (List<String> statements : List.of(kind.begin(), kind.end())) {
            assertThat(names("DROP INDEX (\\w+)", statements))
                    .isEqualTo(names("ADD (?:UNIQUE KEY|INDEX) (\\w+)", statements));
            assertThat(names("DROP (PRIMARY) KEY", statements)).isEqualTo(names("ADD (PRIMARY) KEY", statements));
        }
    }

    @Test
    void the_table_is_in_the_end_what_the_migration_made_it() throws IOException {
        String made = Files.readString(SOURCES.resolve("resources/db/migration/V1__log.sql"));

        assertThat(made)
                .contains("UNIQUE KEY message_client_id (conversation_id, sender_id, client_msg_id)")
                .contains("PRIMARY KEY (conversation_id, seq),");
        assertThat(Damage.Kind.NO_UNIQUE_KEY.end().getLast())
                .contains("ADD UNIQUE KEY message_client_id (conversation_id, sender_id, client_msg_id)");
        assertThat(Damage.Kind.REUSED_NUMBERS.end().getLast()).contains("ADD PRIMARY KEY (conversation_id, seq)");
    }

    private static TreeSet<String> names(String pattern, List<String> statements) {
        var names = new TreeSet<String>();
        Stream<String> found = statements.stream()
                .flatMap(sql -> Pattern.compile(pattern).matcher(sql).results())
                .map(match -> match.group(1));
        found.forEach(names::add);
        return names;
    }
}
