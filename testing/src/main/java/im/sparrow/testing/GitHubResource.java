package im.sparrow.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} of auth-service a provider like GitHub, whose address is the setting
 * {@code sparrow.github.url}: {@code @WithTestResource(GitHubResource.class)}.
 */
public final class GitHubResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestGitHub github;

    @Override
    public Map<String, String> start() {
        github = TestGitHub.start("http://localhost/api/v1/auth/github/callback");
        return Map.of(
                "sparrow.github.url",
                github.url(),
                "sparrow.github.api-url",
                github.url(),
                "sparrow.github.client-id",
                TestGitHub.CLIENT_ID,
                "sparrow.github.client-secret",
                TestGitHub.CLIENT_SECRET);
    }

    @Override
    public void stop() {
        if (github != null) {
            github.close();
        }
    }
}
