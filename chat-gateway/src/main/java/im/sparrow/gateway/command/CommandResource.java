package im.sparrow.gateway.command;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.message.Command;
import im.sparrow.gateway.frame.Documents;
import im.sparrow.gateway.limit.Budgets;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.Me;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Commands over REST, for whoever has no socket: each waits for its outcome. */
@Path("/api/v1/conversations/{id}")
@Tag(name = "messages")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CommandResource {

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int UUID_LENGTH = 36;

    private final Me me;
    private final Budgets budgets;
    private final RestCommands commands;

    CommandResource(Me me, Budgets budgets, RestCommands commands) {
        this.me = me;
        this.budgets = budgets;
        this.commands = commands;
    }

    /** Sends a message; the key is its clientMsgId. */
    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a message and wait until the log has it")
    public Response send(
            @PathParam("id") Id conversation,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable JsonNode document) {
        Caller caller = person();
        ClientFrame.Send send = Documents.send(document, conversation, id(key));
        return answer(CREATED, caller, Commands.of(send));
    }

    /** Takes a message back; the key is the operation's id. */
    @POST
    @Path("/messages/{seq}/recall")
    @Operation(summary = "Recall a message and wait until the log has it")
    public Response recall(
            @PathParam("id") Id conversation,
            @PathParam("seq") long seq,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = person();
        if (seq < 1) {
            throw Refused.notFound();
        }
        return answer(OK, caller, new Command.Recall(conversation, id(key), seq));
    }

    /** Moves one's own marks forward. */
    @PUT
    @Path("/cursor")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move one's own read and delivered marks; answered once the broker has it")
    public Response cursor(@PathParam("id") Id conversation, @Nullable JsonNode document) {
        Caller caller = person();
        ClientFrame.Cursor cursor = Documents.cursor(document, conversation);
        count(caller);
        commands.move(caller, cursor);
        return Response.status(ACCEPTED).build();
    }

    private Response answer(int status, Caller caller, Command command) {
        count(caller);
        return Response.status(status).entity(commands.perform(caller, command)).build();
    }

    private Caller person() {
        Caller caller = me.caller();
        var unused = caller.asPerson();
        return caller;
    }

    private void count(Caller caller) {
        budgets.command(caller.userId()).ifPresent(refusal -> {
            throw refusal.why();
        });
    }

    private static UUID id(@Nullable String key) {
        if (key != null && key.length() == UUID_LENGTH) {
            try {
                return UUID.fromString(key);
            } catch (IllegalArgumentException notOne) {
                // The one answer below.
            }
        }
        throw Refused.field("Idempotency-Key", "is a header with a UUID, kept across repeats");
    }
}
