package im.sparrow.auth.secondfactor;

import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.password.Throttle;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** My second factor: an authenticator app. */
@Path("/api/v1/auth/second-factor")
@RolesAllowed(Rights.LOGIN)
@RunOnVirtualThread
@Tag(name = "auth")
public class SecondFactorResource {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final Throttle throttle;
    private final Me me;

    SecondFactorResource(SecondFactors factors, Accounts accounts, Throttle throttle, Me me) {
        this.factors = factors;
        this.accounts = accounts;
        this.throttle = throttle;
        this.me = me;
    }

    /**
     * A code.
     *
     * @param code six digits of the app; to end it, or a recovery code
     */
    record Code(@NotNull @Size(max = 40) String code) {}

    /**
     * Whether it is on.
     *
     * @param on whether a log-in asks for a code
     */
    public record State(boolean on) {}

    /**
     * Codes for who loses his app.
     *
     * @param recoveryCodes each good once; nobody can see them again
     */
    public record Confirmed(List<String> recoveryCodes) {}

    /** Whether it is on. */
    @GET
    @Operation(summary = "Whether my log-in asks for a code")
    public State state() {
        return new State(factors.on(me.id()));
    }

    /** Begins it. */
    @POST
    @Operation(summary = "Begins a second factor: the secret for an authenticator app, shown once")
    public SecondFactors.Begun begin() {
        return factors.begin(me.id());
    }

    /** Turns it on. */
    @POST
    @Path("/confirm")
    @Operation(summary = "Turns the second factor on by a first code; answers recovery codes, shown once")
    public Confirmed confirm(@Valid @NotNull Code code, @Context HttpServerRequest request) {
        return guessing(request, () -> new Confirmed(factors.confirm(me.id(), code.code())));
    }

    /** Ends it. */
    @POST
    @Path("/end")
    @Operation(summary = "Ends the second factor by a code of the app or a recovery code")
    public void end(@Valid @NotNull Code code, @Context HttpServerRequest request) {
        guessing(request, () -> {
            factors.end(me.id(), code.code());
            return code;
        });
    }

    /** Six digits are few: who guesses has to wait. */
    private <T> T guessing(HttpServerRequest request, Supplier<T> trying) {
        String username = accounts.get(me.id()).username();
        var attempt = new Throttle.Attempt(username, request.remoteAddress().host(), true);
        throttle.check(attempt);
        try {
            return trying.get();
        } catch (Refused refused) {
            if (refused.problem() == Problem.CREDENTIALS_WRONG) {
                throttle.wrong(attempt);
            }
            throw refused;
        }
    }
}
