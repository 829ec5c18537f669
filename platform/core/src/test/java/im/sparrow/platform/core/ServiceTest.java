package im.sparrow.platform.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final Secret KEY = Secret.key("SPARROW_MASTER_KEY");
    private static final Secret PASSWORD = Secret.password("SPARROW_DB_PASSWORD");
    private static final String GOOD_KEY = "k3yk3y-0123456789-abcdefghijklmnopq";

    @Test
    void production_names_every_missing_default_or_short_secret_at_once() {
        var environment = Map.of("SPARROW_MASTER_KEY", "tooshort-1", "SPARROW_DB_PASSWORD", "changeme");

        assertThat(Service.lacks(environment::get, KEY, PASSWORD, Secret.key("SPARROW_BOT_SECRET")))
                .isEqualTo(List.of(
                        "SPARROW_MASTER_KEY is shorter than 32 characters",
                        "SPARROW_DB_PASSWORD is a default that everyone knows",
                        "SPARROW_BOT_SECRET is missing"));
    }

    @Test
    void production_starts_with_secrets_of_its_own() {
        var environment = Map.of("SPARROW_MASTER_KEY", GOOD_KEY, "SPARROW_DB_PASSWORD", "a-long-password");

        assertThat(Service.lacks(environment::get, KEY, PASSWORD)).isEmpty();
    }

    @Test
    void a_repeated_character_is_no_secret() {
        var environment = Map.of("SPARROW_MASTER_KEY", "a".repeat(40));

        assertThat(Service.lacks(environment::get, KEY))
                .containsExactly("SPARROW_MASTER_KEY is a default that everyone knows");
    }

    @Test
    void local_mode_asks_for_none() {
        assertThat(Service.lacks(Map.of("SPARROW_MODE", "local")::get, KEY)).isEmpty();
    }
}
