package im.sparrow.gateway.socket;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.Revocations;
import im.sparrow.platform.identity.TokenVerifier;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what a socket's token says true while it is open: asks for a fresh one, takes it, and ends the sockets of those
 * who may not be here any more.
 */
@Singleton
class Renewal {

    private static final Refused ANOTHER =
            new Refused(Problem.TOKEN_INVALID, "This token is of another user or session; open a socket of its own.");

    private final TokenVerifier verifier;
    private final Sends sends;
    private final Connections connections;
    private final SocketConfig config;
    private final InstantSource time;

    Renewal(TokenVerifier verifier, Sends sends, Connections connections, SocketConfig config, InstantSource time) {
        this.verifier = verifier;
        this.sends = sends;
        this.connections = connections;
        this.config = config;
        this.time = time;
    }

    void listen(@Observes StartupEvent starting, Revocations revocations) {
        revocations.onChange(this::changed);
    }

    /**
     * A fresh token came. What the client says after it waits until it is verified.
     *
     * @param whenDone runs on the loop afterwards
     */
    void auth(Connection connection, ClientFrame.Auth auth, Runnable whenDone) {
        connection.hold();
        Aside.run(
                connection,
                () -> verifier.verify(auth.token()),
                fresh -> take(connection, auth, fresh, whenDone),
                why -> refuse(connection, auth, why, whenDone));
    }

    private void take(Connection connection, ClientFrame.Auth auth, Caller fresh, Runnable whenDone) {
        if (connection.state() instanceof State.Live live) {
            boolean same = fresh.service().isEmpty()
                    && fresh.userId().equals(live.caller().userId())
                    && fresh.sid().equals(live.caller().sid());
            if (same) {
                connection.identify(fresh);
                connection.move(live.renewed(fresh));
                askIfUntrue(connection);
            } else {
                connection.send(ServerFrame.Error.of(ANOTHER, auth.ref()));
            }
        }
        whenDone.run();
    }

    private static void refuse(Connection connection, ClientFrame.Auth auth, Refused why, Runnable whenDone) {
        connection.send(ServerFrame.Error.of(why, auth.ref()));
        whenDone.run();
    }

    /** Asks for a fresh token when the one at hand is no longer true. On the loop. */
    void askIfUntrue(Connection connection) {
        if (connection.state() instanceof State.Live live
                && live.askedUntil() == null
                && sends.untrue(live.caller()).isPresent()) {
            ask(connection, live, config.renewWithin());
        }
    }

    /** Asks for a fresh token within a time. On the loop. */
    void ask(Connection connection, State.Live live, Duration within) {
        connection.move(live.asked(time.millis() + within.toMillis()));
        connection.send(new ServerFrame.AuthNeeded(within.toMillis()));
    }

    /** On the thread that reads revocations, after the list knows it. */
    private void changed(Revocation change) {
        switch (change) {
            case Revocation.UserChanged user -> {
                for (Connection connection : connections.of(user.userId())) {
                    if (user.banned() && older(connection, user.ver())) {
                        connection.close(CloseCode.FORBIDDEN);
                    } else {
                        connection.execute(() -> askIfUntrue(connection));
                    }
                }
            }
            case Revocation.SessionRevoked session ->
                connections.of(session.userId()).stream()
                        .filter(connection -> of(connection, session.sid()))
                        .forEach(connection -> connection.close(CloseCode.FORBIDDEN));
            case Revocation.RoleChanged role ->
                connections.all().stream()
                        .filter(connection -> has(connection, role.roleId()))
                        .forEach(this::askSometime);
        }
    }

    /** Everyone who has a common role would come to auth-service at the same moment. */
    private void askSometime(Connection connection) {
        long delay =
                ThreadLocalRandom.current().nextLong(1 + config.roleJitter().toMillis());
        var unused = connection.outlet().loop().schedule(() -> askIfUntrue(connection), delay, TimeUnit.MILLISECONDS);
    }

    private static boolean older(Connection connection, long ver) {
        return connection.identified().filter(caller -> caller.ver() < ver).isPresent();
    }

    private static boolean of(Connection connection, Id sid) {
        return connection
                .identified()
                .filter(caller -> caller.sid().equals(sid))
                .isPresent();
    }

    private static boolean has(Connection connection, Id role) {
        return connection
                .identified()
                .filter(caller -> caller.roleIds().contains(role))
                .isPresent();
    }
}
