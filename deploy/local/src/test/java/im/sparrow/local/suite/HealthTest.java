package im.sparrow.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void a_red_answer_names_what_it_waits_for() {
        var body = """
                {"status":"DOWN","checks":[{"name":"database","status":"DOWN"},{"name":"broker","status":"UP"},
                {"name":"writer","status":"DOWN","data":{"phase":"STARTING","missing":"database"}}]}""";

        assertThat(Health.red(body)).isEqualTo("waits for database, writer (phase: STARTING, missing: database)");
        assertThat(Health.red("<html>")).isEqualTo("not ready");
    }
}
