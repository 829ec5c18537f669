package im.sparrow.auth.serverkey;

import im.sparrow.auth.account.NewAccount;
import im.sparrow.auth.account.Nicknames;
import im.sparrow.auth.account.Usernames;
import im.sparrow.auth.login.Answers;
import im.sparrow.auth.login.Browsers;
import im.sparrow.auth.login.Logins;
import im.sparrow.auth.login.TokensView;
import im.sparrow.auth.rbac.BuiltInRoles;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The door for programs. */
@Path("/api/v1/auth/keys")
@RunOnVirtualThread
@Tag(name = "embedding")
public class ServerKeyResource {

    private static final int KEY_MAX = 200;

    private final ServerKeys keys;
    private final Logins logins;
    private final Browsers browsers;
    private final Answers answers;
    private final IdempotencyKeys idempotency;
    private final Me me;

    ServerKeyResource(
            ServerKeys keys, Logins logins, Browsers browsers, Answers answers, IdempotencyKeys idempotency, Me me) {
        this.keys = keys;
        this.logins = logins;
        this.browsers = browsers;
        this.answers = answers;
        this.idempotency = idempotency;
        this.me = me;
    }

    /**
     * A key.
     *
     * @param key as it was shown when it was made
     */
    record Show(@NotNull @Size(max = KEY_MAX) String key) {}

    /**
     * What a program needs to be in, until it shows its key again.
     *
     * @param accessToken for the Authorization header, and for the socket
     * @param expiresAt when it ends
     * @param userId as whom
     */
    public record Granted(String accessToken, Instant expiresAt, Id userId) {}

    /**
     * A user of the product that builds this in.
     *
     * @param username see {@link Usernames}
     * @param nickname what people read; the user name when absent
     */
    record NewUser(@Nullable String username, @Nullable String nickname) {}

    /**
     * A user that is now.
     *
     * @param userId his account
     */
    public record MadeUser(Id userId) {}

    /**
     * For which device a token is.
     *
     * @param deviceId the client's own name of it, made up when absent
     * @param deviceName what the user reads in his list of sessions
     */
    record ForDevice(@Nullable String deviceId, @Nullable String deviceName) {}

    /** Trades a key. */
    @POST
    @Path("/token")
    @PermitAll
    @Operation(summary = "Trades a server's or bot's key for a token of its account, good for ten minutes")
    public Granted token(@Valid @NotNull Show shown) {
        ServerKeys.Admitted in = keys.trade(shown.key());
        return new Granted(in.access().token(), in.access().expiresAt(), in.userId());
    }

    /** Makes a user. */
    @POST
    @Path("/users")
    @RolesAllowed(Rights.SERVER_USERS)
    @ResponseStatus(201)
    @Operation(summary = "Makes a user who has no password: by a key with the scope users")
    public MadeUser user(@NotNull NewUser wanted, @RestHeader(CreatingRequest.HEADER) @Nullable String key) {
        NewAccount checked = checked(wanted);
        var request = new CreatingRequest(me.id(), "POST /auth/keys/users", key, wanted);
        return idempotency
                .once(request, MadeUser.class, () -> new MadeUser(keys.user(checked)))
                .value();
    }

    /** Lets a user in. */
    @POST
    @Path("/users/{id}/tokens")
    @RolesAllowed(Rights.SERVER_TOKENS)
    @Operation(
            summary =
                    "Opens a session for a user, whose tokens the product hands to him: by a key with the scope tokens")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TokensView.class)))
    public Response tokens(Id id, @NotNull ForDevice device, @Context HttpHeaders headers) {
        keys.mayBeLetIn(id);
        var admitted = logins.vouched(id, browsers.device(device.deviceId(), device.deviceName(), headers));
        return answers.in(Status.CREATED, admitted, headers).build();
    }

    private static NewAccount checked(NewUser wanted) {
        String name = Usernames.normal(wanted.username() == null ? "" : wanted.username());
        List<FieldError> errors = new ArrayList<>();
        if (!Usernames.valid(name)) {
            errors.add(new FieldError("/username", Usernames.RULE));
        }
        String nickname = wanted.nickname() == null ? name : wanted.nickname();
        if (wanted.nickname() != null && !Nicknames.valid(nickname)) {
            errors.add(new FieldError("/nickname", Nicknames.RULE));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new NewAccount(name, nickname.strip(), null, null, Set.of(BuiltInRoles.USER));
    }
}
