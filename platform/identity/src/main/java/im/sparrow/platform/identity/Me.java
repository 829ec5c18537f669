package im.sparrow.platform.identity;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who calls in the request being served. */
@RequestScoped
public class Me {

    private final SecurityIdentity identity;

    Me(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The caller.
     *
     * @throws Refused {@code token_missing} when the request came without a token
     */
    public Caller caller() {
        // From the identity and not an injected JsonWebToken: beside quarkus-oidc that one is empty.
        if (identity.getPrincipal() instanceof CallerPrincipals.CallerPrincipal principal) {
            return principal.caller();
        }
        throw new Refused(Problem.TOKEN_MISSING, "Send an access token in the Authorization header.");
    }

    /** The calling account; see {@link Caller#userId()}. */
    public Id id() {
        return caller().userId();
    }
}
