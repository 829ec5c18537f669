package im.sparrow.auth.token;

import im.sparrow.contracts.Claims;
import im.sparrow.contracts.Id;
import im.sparrow.platform.identity.Caller;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Signs access tokens. */
@Singleton
public class AccessTokens {

    private final SigningKeys keys;
    private final TokenConfig config;
    private final InstantSource time;

    AccessTokens(SigningKeys keys, TokenConfig config, InstantSource time) {
        this.keys = keys;
        this.config = config;
        this.time = time;
    }

    /**
     * A signed token.
     *
     * @param token the compact form; secret
     * @param expiresAt when it ends
     */
    public record Signed(String token, Instant expiresAt) {}

    /** A person's token: who, on which session, with which versions, read before these effective rights. */
    public Signed person(Caller.Person who, Set<String> rights) {
        List<String> roles = who.roleIds().stream().sorted().map(Id::toString).toList();
        JwtClaimsBuilder claims = Jwt.subject(who.userId().toString())
                .groups(rights)
                .claim(Claims.SESSION, who.sid().toString())
                .claim(Claims.ROLES, roles)
                .claim(Claims.USER_VERSION, who.ver())
                .claim(Claims.ROLES_VERSION, who.rv());
        Instant until = who.until();
        if (until != null) {
            // Rounded up: who waits as told does not come a moment early.
            claims.claim(Claims.UNTIL, until.plusMillis(999).getEpochSecond());
        }
        return sign(claims, config.life());
    }

    /** A service's own token, with its own right and no other. */
    Signed service(String name) {
        return sign(Jwt.subject(Claims.SERVICE_SUBJECT + name).groups(Set.of("service." + name)), config.serviceLife());
    }

    private Signed sign(JwtClaimsBuilder claims, Duration life) {
        SigningKeys.Signer signer = keys.signer();
        Instant now = Instant.ofEpochSecond(time.instant().getEpochSecond());
        Instant end = now.plus(life);
        String token = claims.issuer(Claims.ISSUER)
                .audience(Claims.AUDIENCE)
                .issuedAt(now)
                .expiresAt(end)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(signer.kid())
                .sign(signer.privateKey());
        return new Signed(token, end);
    }
}
