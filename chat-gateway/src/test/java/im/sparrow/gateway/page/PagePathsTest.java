package im.sparrow.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/chats", "/chats/5", "/login", "/me/devices", "/apiary", "/quiet"})
    void an_address_of_the_client_is_the_page(String path) {
        assertThat(PagePaths.clientRoute(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/assets/a.js", "/api/v1/typo", "/api", "/ws", "/q/health", "/internal/x"})
    void anything_else_is_not(String path) {
        assertThat(PagePaths.clientRoute(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /assets/index-4f2a.js   | public, max-age=31536000, immutable
            /index.html             | no-cache
            /chats/5                | no-cache
            /                       | no-cache
            /api/v1/users           | no-store
            """)
    void only_hashed_files_are_kept_for_good(String path, String caching) {
        assertThat(PagePaths.caching(path)).contains(caching);
    }
}
