package im.sparrow.social.request;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.identity.Me;
import im.sparrow.social.conversation.ConversationLog;
import im.sparrow.social.friend.FriendView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Friend requests: who may ask, who may decide, once. */
@Path("/api/v1/friend-requests")
@RolesAllowed(Rights.CONTACT)
@RunOnVirtualThread
@Tag(name = "friend requests")
public class FriendRequestResource {

    private static final String ROUTE = "POST /friend-requests";

    private final FriendRequests requests;
    private final ConversationLog conversations;
    private final Me me;

    FriendRequestResource(FriendRequests requests, ConversationLog conversations, Me me) {
        this.requests = requests;
        this.conversations = conversations;
        this.me = me;
    }

    /** Asks somebody. */
    @POST
    @Operation(summary = "Asks somebody to be my friend; who has asked me is my friend at once")
    @APIResponse(responseCode = "201", description = "The request; with a conversation where it made friends")
    @APIResponse(responseCode = "202", description = "The same, but the conversation may take a moment to be known")
    public RestResponse<FriendRequestView> ask(
            @RestHeader(CreatingRequest.HEADER) @Nullable String key, @NotNull @Valid AskFriend wanted) {
        if (wanted.words().isPresent() && !me.caller().may(Rights.SPEAK)) {
            throw new Refused(Problem.RIGHT_MISSING, "A greeting needs the right speak; ask without one.");
        }
        FriendRequestView view = requests.ask(new CreatingRequest(me.id(), ROUTE, key, wanted), wanted)
                .value();
        Id conversation = view.conversationId();
        boolean told = conversation == null || conversations.awaitTold(conversation);
        return RestResponse.status(told ? Status.CREATED : Status.ACCEPTED, view);
    }

    /** Mine. */
    @GET
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "The requests to me (box=incoming) or of mine (box=outgoing), the newest first")
    public Page<FriendRequestView> list(
            @RestQuery @DefaultValue("incoming") String box,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return requests.list(me.id(), Box.ofWord(box), cursor, limit);
    }

    /** The addressee's yes. */
    @POST
    @Path("/{id}/accept")
    @Operation(summary = "Accepts a request to me: the two are friends and may talk")
    @APIResponse(responseCode = "200", description = "The friend")
    @APIResponse(responseCode = "202", description = "The same, but the conversation may take a moment to be known")
    public RestResponse<FriendView> accept(Id id) {
        FriendView friend = requests.accept(me.id(), id);
        boolean told = conversations.awaitTold(friend.conversationId());
        return RestResponse.status(told ? Status.OK : Status.ACCEPTED, friend);
    }

    /** The addressee's no. */
    @POST
    @Path("/{id}/reject")
    @Operation(summary = "Rejects a request to me")
    public FriendRequestView reject(Id id) {
        return requests.reject(me.id(), id);
    }

    /** The sender's second thoughts. */
    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Takes a request of mine back")
    public FriendRequestView cancel(Id id) {
        return requests.cancel(me.id(), id);
    }
}
