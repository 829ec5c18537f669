package im.sparrow.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class MetricsTest {

    @Inject
    MeterRegistry metrics;

    private Set<String> paths(String meter) {
        return metrics.find(meter).timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .collect(Collectors.toSet());
    }

    @Test
    void paths_of_strangers_do_not_make_more_meters() {
        var token = "Bearer " + TestTokens.user(1951).sign();
        for (int i = 0; i < 120; i++) {
            given().header("Authorization", token).get("/api/v1/conversations/" + i + "/messages");
            given().header("Authorization", token).put("/api/v1/conversations/" + i + "/cursor");
            given().get("/api/v1/users/" + i + "/x" + i);
            given().get("/chats/" + i);
            given().get("/x" + i + ".php");
        }
        assertThat(paths("http.server.requests"))
                .contains("/api/v1/conversations/{id}/messages", "/api/v1/conversations/{id}/cursor")
                .noneMatch(path -> path.matches(".*\\d\\d.*"))
                .hasSizeLessThan(45);
        assertThat(paths("http.client.requests")).noneMatch(path -> path.matches(".*\\d\\d.*"));
    }
}
