package im.sparrow.gateway.log;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The paths of message-service that are for gateways only. */
@Path("/internal/v1")
@RegisterRestClient(configKey = "message")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface MessageLogApi {

    @POST
    @Path("/rooms")
    MessageLog.RoomsAnswer rooms(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, MessageLog.RoomsQuestion question);

    @POST
    @Path("/changed")
    List<MessageLog.ChangedAnswer> changed(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, MessageLog.ChangesQuestion question);

    @POST
    @Path("/pages")
    byte[] pages(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, MessageLog.PagesQuestion question);

    /** What a client may hear of is in the answers; a refused question is a fault between us. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return new Refused(Problem.UNAVAILABLE, "The message log does not answer; try again in a moment.");
    }
}
