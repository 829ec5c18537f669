package im.sparrow.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.local.layout.Instance;
import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.PortBlock;
import im.sparrow.local.layout.Service;
import im.sparrow.local.layout.Shape;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {
    private static final PortBlock PORTS = new PortBlock(17800);

    @TempDir
    Path folder;

    private Map<String, String> of(Service service) throws Exception {
        var layout = new Layout(PORTS, Shape.SMALLEST);
        var secrets = Secrets.in(folder.resolve("secrets"));
        return new Environment(layout, secrets, DatabasePlace.own(PORTS), Map.of("EXTRA", "word"))
                .of(new Instance(service, 1));
    }

    @ParameterizedTest
    @EnumSource
    void only_auth_service_knows_more_secrets_than_its_own(Service service) throws Exception {
        var secrets = of(service).keySet().stream().filter(name -> name.endsWith("SECRET") || name.endsWith("KEY"));

        switch (service) {
            case AUTH -> assertThat(secrets).hasSize(6);
            case GATEWAY -> assertThat(secrets).containsExactly("SPARROW_GATEWAY_SECRET");
            case ADMIN -> assertThat(secrets).containsExactly("SPARROW_ADMIN_SECRET");
            case BOT -> assertThat(secrets).containsExactly("SPARROW_BOT_SECRET");
            case SOCIAL -> assertThat(secrets).containsExactly("SPARROW_SOCIAL_SECRET");
            case MESSAGE -> assertThat(secrets).containsExactly("SPARROW_MESSAGE_SECRET");
        }
    }

    @Test
    void a_service_with_tables_gets_its_own_schema() throws Exception {
        assertThat(of(Service.SOCIAL))
                .containsEntry("SPARROW_DB_USER", "sparrow_social")
                .containsEntry("EXTRA", "word")
                .hasEntrySatisfying(
                        "SPARROW_DB_URL",
                        url -> assertThat(url)
                                .startsWith(
                                        "jdbc:mysql://127.0.0.1:17806/sparrow_social?rewriteBatchedStatements=true"));
        assertThat(of(Service.GATEWAY)).doesNotContainKey("SPARROW_DB_URL");
    }
}
