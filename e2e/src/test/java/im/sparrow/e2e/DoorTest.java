package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be reached through the one public door, and what cannot. */
@ExtendWith(WholeSuite.class)
@Order(5)
class DoorTest {

    @Test
    void the_page_is_served_under_a_policy_without_any_inline_or_foreign_code(RunningSuite suite) {
        var page = suite.door().asks("GET", "/");
        var policy = page.header("Content-Security-Policy");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("<title>").contains("<script");
        assertThat(directive(policy, "default-src")).isEqualTo("default-src 'none'");
        assertThat(directive(policy, "script-src")).isEqualTo("script-src 'self'");
        assertThat(directive(policy, "connect-src")).isEqualTo("connect-src 'self'");
        assertThat(policy)
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*", "object-src");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static String directive(String policy, String name) {
        for (var directive : policy.split(";")) {
            if (directive.strip().startsWith(name + " ")) {
                return directive.strip();
            }
        }
        return "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/service-token",
                "/internal/v1/users/1/rooms",
                "/api/v1/../../internal/v1/service-token",
                "/api/v1/%2e%2e/%2e%2e/internal/v1/service-token",
                "//internal/v1/service-token",
                "/q/health",
                "/q/health/ready",
                "/q/metrics",
                "/q/dev",
                "/api/v1/..%2f..%2fq/metrics"
            })
    void what_is_among_the_services_stays_among_them(String path, RunningSuite suite) {
        for (var method : new String[] {"GET", "POST"}) {
            var answer = suite.door().asks(method, path);

            // An address that nobody knows is the page's own: it says that itself.
            var isPage = answer.response().body().startsWith("<!doctype html>");
            assertThat(isPage ? 404 : answer.status()).as(answer.asked()).isIn(400, 404, 405);
            assertThat(answer.response().body()).doesNotContain("\"UP\"", "jvm_", "secret");
        }
    }

    @Test
    void one_document_describes_the_rest_of_all_services(RunningSuite suite) {
        var document = suite.door().asks("GET", "/api/v1/openapi.json").good().body();

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").properties())
                .extracting(path -> path.getKey())
                .contains(
                        "/api/v1/auth/login",
                        "/api/v1/users/me",
                        "/api/v1/friend-requests",
                        "/api/v1/groups",
                        "/api/v1/conversations",
                        "/api/v1/conversations/{id}/messages")
                .noneMatch(path -> path.startsWith("/internal") || path.startsWith("/q/"));
        assertThat(document.path("paths").properties())
                .extracting(path -> path.getKey().replaceAll("\\{[^}]+}", "{}"))
                .as("the same path under two spellings is no valid document")
                .doesNotHaveDuplicates();
    }

    @Test
    void an_unknown_path_is_a_problem_and_a_deep_link_is_the_page(RunningSuite suite) {
        var unknown = suite.door().asks("GET", "/api/v1/no-such-thing");
        var deep = suite.door().asks("GET", "/chats/5");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unknown.code()).isEqualTo("not_found");
        assertThat(deep.status()).isEqualTo(200);
        assertThat(deep.response().body()).contains("<title>");
    }
}
