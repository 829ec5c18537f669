package im.sparrow.auth.token;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A service's own short-lived token, for its own credential. */
@Path("/internal/v1/service-token")
@PermitAll
@RunOnVirtualThread
public class ServiceTokenResource {

    private static final int SECRET_MAX = 1_000;

    private final AccessTokens tokens;
    private final Map<String, Optional<String>> secrets;

    ServiceTokenResource(AccessTokens tokens, TokenConfig config) {
        this.tokens = tokens;
        this.secrets = Map.copyOf(config.services());
    }

    /**
     * Who asks, and with what.
     *
     * @param service the service's name
     * @param secret its credential
     */
    record Ask(
            @NotNull @Size(max = 64) String service,
            @NotNull @Size(max = SECRET_MAX) String secret) {}

    /**
     * What it gets.
     *
     * @param token for the Authorization header; secret
     * @param expiresAt when it ends
     */
    public record Granted(String token, Instant expiresAt) {}

    /** Trades a credential for a token; a wrong one and an unknown service get the same answer. */
    @POST
    public Granted ask(@Valid @NotNull Ask ask) {
        String wanted = secrets.getOrDefault(ask.service(), Optional.empty()).orElse("");
        if (wanted.isEmpty() || !MessageDigest.isEqual(bytes(wanted), bytes(ask.secret()))) {
            throw new Refused(Problem.CREDENTIALS_WRONG, "The service or its credential is wrong.");
        }
        AccessTokens.Signed signed = tokens.service(ask.service());
        return new Granted(signed.token(), signed.expiresAt());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
