package im.sparrow.gateway.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.limit.Limits;
import im.sparrow.gateway.limit.LimitsConfig;
import im.sparrow.gateway.log.MessageLog;
import im.sparrow.gateway.room.Epoch;
import im.sparrow.gateway.room.RoomLoader;
import im.sparrow.gateway.room.Rooms;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.TokenVerifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * From a hello to its welcome, in the one order that loses nothing: verify, register the rooms, and only then ask what
 * changed since the client's heads. Blocks its caller, a virtual thread.
 */
@Singleton
class Entrance {

    /** How long the rooms may take; then the client is asked to come back. */
    private static final Duration ROOMS_WITHIN = Duration.ofSeconds(10);

    private static final Refused NO_TOKEN =
            new Refused(Problem.TOKEN_MISSING, "Send an access token in hello or in the Authorization header.");
    private static final Refused AWAY =
            new Refused(Problem.UNAVAILABLE, "The message log does not answer; come back in a moment.");
    private static final Refused TOO_MANY = new Refused(Problem.BUSY, "This user has too many sockets here.");

    private final TokenVerifier verifier;
    private final Connections connections;
    private final Rooms rooms;
    private final RoomLoader loader;
    private final MessageLog log;
    private final Epoch epoch;
    private final Limits limits;
    private final InstantSource time;

    Entrance(
            TokenVerifier verifier,
            Connections connections,
            Rooms rooms,
            RoomLoader loader,
            MessageLog log,
            Epoch epoch,
            LimitsConfig limits,
            InstantSource time) {
        this.verifier = verifier;
        this.connections = connections;
        this.rooms = rooms;
        this.loader = loader;
        this.log = log;
        this.epoch = epoch;
        this.limits = Limits.of(limits);
        this.time = time;
    }

    /**
     * Who came, and what he is told.
     *
     * @param caller from his token
     * @param welcome the answer to his hello
     */
    record Entered(Caller caller, ServerFrame.Welcome welcome) {}

    /**
     * Lets a client in. Live frames may reach it before this returns.
     *
     * @throws Refused why not; a connection that is closed meanwhile is left in no room
     */
    Entered enter(Connection connection, State.Greeting greeting) {
        Caller caller = verified(connection, greeting.hello().token());
        join(connection, caller.userId());
        var changed = log.changed(
                new MessageLog.ChangedQuestion(caller.userId(), greeting.hello().epoch(), greeting.heads()));
        epoch.heard(changed.epoch());
        return new Entered(
                caller,
                new ServerFrame.Welcome(
                        caller.sid(),
                        changed.epoch(),
                        time.instant(),
                        limits,
                        changed.conversations() == null
                                ? JsonNodeFactory.instance.arrayNode()
                                : changed.conversations(),
                        changed.more(),
                        changed.resync(),
                        greeting.hello().ref()));
    }

    private Caller verified(Connection connection, @Nullable String inHello) {
        String token = inHello == null ? connection.headerToken() : inHello;
        if (token == null) {
            throw NO_TOKEN;
        }
        Caller caller = verifier.verify(token);
        var person = caller.asPerson();
        connection.identify(caller);
        if (!connections.identified(connection, person.userId(), limits.socketsPerUser())) {
            throw TOO_MANY;
        }
        return caller;
    }

    private void join(Connection connection, Id user) {
        Rooms.Joined joined = rooms.join(user, connection.outlet());
        if (connection.over()) {
            // It ended before it was in, so whoever took it out found nothing.
            connections.leave(connection, user);
            throw AWAY;
        }
        if (joined.first()) {
            loader.load(user);
        }
        try {
            joined.known().get(ROOMS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AWAY;
        }
    }
}
