package im.sparrow.social.group;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.identity.Me;
import im.sparrow.social.conversation.ConversationLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

/** Groups and who is in them. */
@Path("/api/v1/groups")
@RunOnVirtualThread
@Tag(name = "groups")
public class GroupResource {

    private static final String ROUTE = "POST /groups";

    private final Groups groups;
    private final GroupMembers members;
    private final ConversationLog conversations;
    private final Me me;

    GroupResource(Groups groups, GroupMembers members, ConversationLog conversations, Me me) {
        this.groups = groups;
        this.members = members;
        this.conversations = conversations;
        this.me = me;
    }

    /** Makes one. */
    @POST
    @RolesAllowed(Rights.SPEAK)
    @Operation(summary = "Makes a group of mine with up to 500 others")
    @APIResponse(responseCode = "201", description = "The group")
    @APIResponse(responseCode = "202", description = "The same, but its conversation may take a moment to be known")
    public RestResponse<GroupView> create(
            @RestHeader(CreatingRequest.HEADER) @Nullable String key, @NotNull @Valid CreateGroup wanted) {
        GroupView group = groups.create(new CreatingRequest(me.id(), ROUTE, key, wanted), wanted)
                .value();
        boolean told = conversations.awaitTold(group.conversationId());
        return RestResponse.status(told ? Status.CREATED : Status.ACCEPTED, group);
    }

    /** Mine. */
    @GET
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "The groups I am in, by id")
    public Page<GroupView> list(
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return groups.list(me.id(), cursor, limit);
    }

    /** One of mine. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "A group that I am in")
    public GroupView get(Id id) {
        return groups.readableBy(me.id(), id);
    }

    /** Who is in it. */
    @GET
    @Path("/{id}/members")
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "The members of a group that I am in, by id")
    public Page<MemberView> members(
            Id id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return members.list(me.id(), id, cursor, limit);
    }

    /** Adds some. */
    @POST
    @Path("/{id}/members")
    @RolesAllowed(Rights.CONTACT)
    @Operation(summary = "Adds up to 500 people: a member his friends, the owner and administrators anybody")
    @APIResponse(responseCode = "200", description = "Who was added; whoever was in it already is not among them")
    @APIResponse(responseCode = "202", description = "The same, but the conversation may take a moment to know them")
    public RestResponse<Page<MemberView>> add(Id id, @NotNull @Valid AddMembers wanted) {
        GroupMembers.Added added = members.add(me.id(), id, wanted);
        boolean told = conversations.awaitTold(added.conversationId());
        return RestResponse.status(told ? Status.OK : Status.ACCEPTED, new Page<>(added.members(), null));
    }

    /** Removes one, or me. */
    @DELETE
    @Path("/{id}/members/{userId}")
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "Removes a member (owner, administrators), or lets me leave")
    public void remove(Id id, Id userId) {
        members.remove(me.id(), id, userId);
    }
}
