package im.sparrow.platform.identity;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.ProblemView;
import im.sparrow.platform.core.Refused;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says in problem+json why a token was not taken, or which right is missing. */
final class SecurityMappers {

    @ServerExceptionMapper
    Response missing(UnauthorizedException missing) {
        return response(new Refused(Problem.TOKEN_MISSING, "Send an access token in the Authorization header."));
    }

    @ServerExceptionMapper
    Response failed(AuthenticationFailedException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return response(refused);
            }
        }
        return response(new Refused(Problem.TOKEN_INVALID, "This is not a token of ours; log in again."));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, ResourceInfo resource) {
        return response(new Refused(Problem.RIGHT_MISSING, "This needs the right " + wanted(resource) + "."));
    }

    private static String wanted(ResourceInfo resource) {
        RolesAllowed onMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed wanted =
                onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(RolesAllowed.class);
        return wanted == null ? "to do so" : String.join(" or ", wanted.value());
    }

    private static Response response(Refused refused) {
        var response = Response.status(refused.problem().status())
                .type(ProblemView.MEDIA_TYPE)
                .entity(ProblemView.of(refused));
        if (refused.problem().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            // RFC 6750: whoever showed nothing is told nothing but the scheme.
            boolean shown = refused.problem() != Problem.TOKEN_MISSING;
            response.header(HttpHeaders.WWW_AUTHENTICATE, shown ? "Bearer error=\"invalid_token\"" : "Bearer");
        }
        return response.build();
    }
}
