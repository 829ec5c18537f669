package im.sparrow.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets a {@code @QuarkusTest} believe the tokens of {@link TestTokens}: {@code @WithTestResource(TokensResource.class)}. */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("sparrow.identity.jwks-url", TestTokens.jwksUrl());
    }

    /** Nothing: the key ends with the JVM. */
    @Override
    public void stop() {}
}
