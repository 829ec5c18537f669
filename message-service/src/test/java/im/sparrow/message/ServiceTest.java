package im.sparrow.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import im.sparrow.message.sql.Jdbc;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MessageTest
class ServiceTest {

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.management.port")
    int management;

    @Test
    void is_ready_when_the_writer_writes_and_says_so_at_its_own_door() {
        await().untilAsserted(() -> given().port(management)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("writer", "identity")));
        given().port(management).get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(404);
    }

    @Test
    void counts_batches_and_lag() {
        try (var talk = Talk.direct(Talk.newId(), Talk.newId())) {
            talk.await(3);
        }
        given().port(management)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("sparrow_log_batch"))
                .body(containsString("sparrow_log_transaction_seconds"))
                .body(containsString("sparrow_log_publish_seconds"))
                .body(containsString("sparrow_log_lag"))
                .body(containsString("sparrow_log_dead_total"));
    }

    @Test
    void describes_what_people_may_ask_and_nothing_internal() {
        given().accept("application/json")
                .get("/api/v1/openapi.json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("paths.'/api/v1/conversations'.get.summary", equalTo("My conversations, newest activity first"))
                .body("paths.keySet().toString()", not(containsString("internal")));
    }

    @Test
    void every_session_reads_what_is_committed_and_waits_five_seconds_for_a_lock() throws Exception {
        try (var connection = database.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(Jdbc.list(connection, "SELECT @@innodb_lock_wait_timeout", p -> {}, c -> c.number()))
                    .containsExactly(5L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node_lease", "known_account"})
    void the_schema_holds_the_tables_of_the_platform_word_for_word(String table) throws IOException {
        assertThat(text("db/migration/V1__log.sql")).contains(text("db/platform/" + table + ".sql"));
    }

    private static String text(String resource) throws IOException {
        try (var stream = ServiceTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
