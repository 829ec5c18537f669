package im.sparrow.gateway.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    MessageLog.ChangedAnswer changed(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, MessageLog.ChangedQuestion question);

    @POST
    @Path("/page")
    byte[] page(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, MessageLog.PageQuestion question);

    /** A refusal of the other side keeps its code when the client may hear it; anything else is a fault between us. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        int status = response.getStatus();
        if (status == 403 || status == 404 || status == 422) {
            try {
                JsonNode problem = new ObjectMapper().readTree(response.readEntity(String.class));
                return new Refused(
                        Problem.ofCode(problem.path("code").asText()),
                        problem.path("detail").asText("This is refused."));
            } catch (JsonProcessingException | IllegalArgumentException notAProblem) {
                // Falls through: not a refusal of the catalogue.
            }
        }
        return new Refused(Problem.UNAVAILABLE, "The message log does not answer; try again in a moment.");
    }
}
