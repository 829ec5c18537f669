package im.sparrow.auth.github;

import im.sparrow.auth.Mode;
import im.sparrow.auth.identity.GitHubConfig;
import im.sparrow.auth.token.MasterKey;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Tells quarkus-oidc of GitHub, for GitHub's own paths and when it is configured; every other request, and its bearer
 * token, is none of its business.
 */
@Singleton
class GitHubTenant implements TenantConfigResolver {

    private static final int STATE_SECRET_LENGTH = 32;
    private static final Duration STATE_LIFE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<OidcTenantConfig> tenant;

    GitHubTenant(GitHubConfig config, MasterKey master, Mode mode) {
        this.tenant = config.on() ? Optional.of(tenant(config, stateSecret(master), !mode.local())) : Optional.empty();
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> requestContext) {
        String path = context.request().path();
        boolean ours = path.equals(GitHubResource.PATH) || path.startsWith(GitHubResource.PATH + '/');
        return tenant.filter(found -> ours)
                .map(found -> Uni.createFrom().item(found))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static OidcTenantConfig tenant(GitHubConfig config, String stateSecret, boolean secure) {
        return OidcTenantConfig.authServerUrl(config.url() + "/login/oauth")
                .tenantId("github")
                .applicationType(ApplicationType.WEB_APP)
                .discoveryEnabled(false)
                .authorizationPath("authorize")
                .tokenPath("access_token")
                .userInfoPath(config.apiUrl() + "/user")
                .connectionTimeout(PATIENCE)
                .clientId(config.clientId().orElseThrow())
                .credentials()
                .clientSecret(config.clientSecret().orElseThrow(), Method.POST)
                .end()
                .token()
                // Its default is the name, which many have not given.
                .principalClaim("login")
                .verifyAccessTokenWithUserInfo()
                .end()
                .cacheUserInfoInIdtoken(false)
                .authentication()
                .addOpenidScope(false)
                .scopes("read:user")
                .userInfoRequired()
                .idTokenRequired(false)
                .redirectPath(callback(config))
                .removeRedirectParameters(false)
                .failOnMissingStateParam()
                .pkceRequired()
                .stateSecret(stateSecret)
                .stateCookieAge(STATE_LIFE)
                .cookieForceSecure(secure)
                .end()
                .build();
    }

    private static String callback(GitHubConfig config) {
        return config.publicUrl()
                        .map(URI::toString)
                        .map(url -> url.replaceFirst("/+$", ""))
                        .orElse("")
                + GitHubResource.PATH
                + GitHubResource.CALLBACK;
    }

    /** The same in every instance, so that a browser may come back to another one. */
    private static String stateSecret(MasterKey master) {
        return Base64.getUrlEncoder()
                .encodeToString(master.derive("github state").getEncoded())
                .substring(0, STATE_SECRET_LENGTH);
    }
}
