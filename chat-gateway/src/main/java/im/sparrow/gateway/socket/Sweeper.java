package im.sparrow.gateway.socket;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.command.CommandConfig;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.socket.Check.Due;
import im.sparrow.platform.core.Refused;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Looks at every connection once a second, from one thread, instead of a timer for each: at 18,000 sockets that is a
 * millisecond. Only what is due reaches a connection's loop.
 */
@Singleton
class Sweeper {

    /** The verifier's own leeway with a token's end. */
    private static final Duration LEEWAY = Duration.ofSeconds(5);

    private static final Refused TOKEN_OVER =
            new Refused(Problem.TOKEN_EXPIRED, "No fresh token came in time; come back with one.");
    private static final Refused NO_HELLO = new Refused(Problem.MALFORMED, "No hello came in time.");

    private final Connections connections;
    private final Renewal renewal;
    private final Sends sends;
    private final Check check;
    private final InstantSource time;
    private final long patience;

    Sweeper(
            Connections connections,
            Renewal renewal,
            Sends sends,
            SocketConfig config,
            CommandConfig commands,
            InstantSource time) {
        this.connections = connections;
        this.renewal = renewal;
        this.sends = sends;
        this.check =
                new Check(config.helloWithin(), config.pingEvery(), config.deadAfter(), config.askBefore(), LEEWAY);
        this.time = time;
        this.patience = commands.patience().toMillis();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        long now = time.millis();
        for (Connection connection : connections.all()) {
            Due due = check.due(connection.state(), now, connection.heardAt(), connection.pingedAt());
            if (due != Due.NOTHING) {
                connection.execute(() -> act(connection, due));
            }
            if (connection.mayHaveUnfinished()) {
                connection.execute(() -> sends.giveUp(connection, now - patience));
            }
        }
    }

    private void act(Connection connection, Due due) {
        switch (due) {
            case NOTHING -> {
                // Not brought here.
            }
            case PING -> connection.ping(time.millis());
            case ASK -> {
                if (connection.state() instanceof State.Live live) {
                    long left = live.caller().expiresAt().toEpochMilli() - time.millis();
                    renewal.ask(connection, live, Duration.ofMillis(Math.max(0, left)));
                }
            }
            case CLOSE_UNGREETED -> end(connection, NO_HELLO, CloseCode.HELLO_MISSING);
            case CLOSE_DEAD -> connection.close(CloseCode.SLOW_CONSUMER);
            case CLOSE_TOKEN -> end(connection, TOKEN_OVER, CloseCode.TOKEN);
        }
    }

    private static void end(Connection connection, Refused why, CloseCode code) {
        connection.send(ServerFrame.Error.of(why, null));
        connection.close(code);
    }
}
