package im.sparrow.platform.identity;

import im.sparrow.platform.core.Refused;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Makes smallrye-jwt, and so {@code @RolesAllowed}, ask the {@link TokenVerifier} instead of its own key settings. */
@ApplicationScoped
@Alternative
@Priority(1)
class CallerPrincipals extends JWTCallerPrincipalFactory {

    private final TokenVerifier verifier;

    CallerPrincipals(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        try {
            return new CallerPrincipal(token, verifier.verified(token));
        } catch (Refused refused) {
            throw new ParseException(refused.problem().code(), refused);
        }
    }

    /** A principal that remembers the caller. */
    static final class CallerPrincipal extends DefaultJWTCallerPrincipal {

        private final Caller caller;

        CallerPrincipal(String token, TokenVerifier.Verified verified) {
            super(token, "JWT", verified.claims());
            this.caller = verified.caller();
        }

        Caller caller() {
            return caller;
        }
    }
}
