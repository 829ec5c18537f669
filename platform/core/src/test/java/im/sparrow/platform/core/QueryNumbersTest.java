package im.sparrow.platform.core;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryNumbersTest {

    @SuppressWarnings("unused")
    static void resource(String id, @RestQuery int limit, @QueryParam("since") Long from, @RestQuery String query) {}

    @ParameterizedTest
    @CsvSource({
        "limit, 5, ''",
        "limit, x, ?limit",
        "limit, 99999999999, ?limit",
        "limit, '', ''",
        "since, 99999999999, ''",
        "since, 9223372036854775808, ?since",
        "since, 1.5, ?since",
        "query, x, ''",
        "id, x, ''"
    })
    void what_is_no_number_is_named(String name, String value, String pointer) throws NoSuchMethodException {
        var query = new MultivaluedHashMap<String, String>();
        query.add(name, value);
        var called =
                QueryNumbersTest.class.getDeclaredMethod("resource", String.class, int.class, Long.class, String.class);

        assertThat(QueryNumbers.wrong(called, query))
                .extracting(FieldError::pointer)
                .isEqualTo(pointer.isEmpty() ? List.of() : List.of(pointer));
    }
}
