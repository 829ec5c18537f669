package im.sparrow.message.resume;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.message.history.History;
import im.sparrow.message.history.PageView;
import im.sparrow.message.inbox.ChangedView;
import im.sparrow.message.inbox.Epoch;
import im.sparrow.message.inbox.Inbox;
import im.sparrow.message.sql.Database;
import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For gateways only; never proxied. */
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.SERVICE_GATEWAY)
class ResumeResource {

    private final Database database;
    private final Inbox inbox;
    private final History history;
    private final Epoch epoch;

    ResumeResource(Database database, Inbox inbox, History history, Epoch epoch) {
        this.database = database;
        this.inbox = inbox;
        this.history = history;
        this.epoch = epoch;
    }

    @POST
    @Path("/rooms")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public RoomsView rooms(@NotNull @Valid Questions.Rooms question) {
        String now = epoch.now();
        return new RoomsView(now, database.with(connection -> ResumeRepository.rooms(connection, question.userIds())));
    }

    @POST
    @Path("/changed")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public List<ChangedView> changed(@NotNull @Valid Questions.Changes question) {
        return inbox.changed(
                question.devices().stream().map(Questions.Changed::device).toList());
    }

    @POST
    @Path("/pages")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public List<PageAnswer> pages(@NotNull @Valid Questions.Pages question) {
        int items = question.pages().stream().mapToInt(Questions.Page::limit).sum();
        if (items > Questions.ITEMS_MAX) {
            throw Refused.field("/pages", "must have at most " + Questions.ITEMS_MAX + " items together");
        }
        return question.pages().stream().map(this::answer).toList();
    }

    private PageAnswer answer(Questions.Page question) {
        try {
            return PageAnswer.of(page(question));
        } catch (Refused why) {
            if (why.problem() == Problem.UNAVAILABLE) {
                throw why;
            }
            return PageAnswer.of(why);
        }
    }

    private PageView page(Questions.Page question) {
        if (!question.onePosition()) {
            throw Refused.field("/afterSeq", "or one of afterChangeSeq and beforeSeq must be there, and only one");
        }
        Id user = question.userId();
        Id conversation = question.conversationId();
        Long afterSeq = question.afterSeq();
        Long beforeSeq = question.beforeSeq();
        Long afterChangeSeq = question.afterChangeSeq();
        if (afterSeq != null) {
            return history.after(user, conversation, afterSeq, question.limit());
        }
        return beforeSeq != null
                ? history.before(user, conversation, beforeSeq, question.limit())
                : history.changes(user, conversation, afterChangeSeq == null ? 0 : afterChangeSeq, question.limit());
    }

    @GET
    @Path("/heads")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public HeadsView heads(@QueryParam("ids") @DefaultValue("") String ids) {
        List<Id> wanted = Stream.of(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(ResumeResource::id)
                .toList();
        if (wanted.size() > Questions.ROOMS_USERS_MAX) {
            throw Refused.field("?ids", "must be at most " + Questions.ROOMS_USERS_MAX);
        }
        String now = epoch.now();
        return new HeadsView(now, database.with(connection -> ResumeRepository.heads(connection, wanted)));
    }

    private static Id id(String text) {
        try {
            return Id.of(text);
        } catch (IllegalArgumentException notAnId) {
            throw Refused.field("?ids", "must be ids, separated by commas");
        }
    }
}
