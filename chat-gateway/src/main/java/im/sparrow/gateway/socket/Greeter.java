package im.sparrow.gateway.socket;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Greets a client: gathers what it holds, lets it in off the loop, and says welcome or why not. */
@Singleton
class Greeter {

    /** Conversations a client may name in hello and heads together. */
    static final int HEADS_MAX = 10_000;

    private static final Refused TOO_MANY_HEADS =
            new Refused(Problem.TOO_LARGE, "A client names at most " + HEADS_MAX + " conversations.");

    private final Entrance entrance;
    private final Renewal renewal;

    Greeter(Entrance entrance, Renewal renewal) {
        this.entrance = entrance;
        this.renewal = renewal;
    }

    /**
     * The first frame came.
     *
     * @param whenIn runs on the loop after the welcome
     */
    void hello(Connection connection, State.Greeting greeting, Runnable whenIn) {
        connection.move(greeting);
        connection.hold();
        greetIfComplete(connection, greeting, whenIn);
    }

    /** Another part of what the client holds came. */
    void heads(Connection connection, State.Greeting greeting, ClientFrame.Heads heads, Runnable whenIn) {
        State.Greeting further = greeting.heads(heads);
        if (further.heads().size() > HEADS_MAX) {
            connection.send(ServerFrame.Error.of(TOO_MANY_HEADS, heads.ref()));
            connection.close(CloseCode.MALFORMED);
            return;
        }
        connection.move(further);
        greetIfComplete(connection, further, whenIn);
    }

    private void greetIfComplete(Connection connection, State.Greeting greeting, Runnable whenIn) {
        if (greeting.more()) {
            return;
        }
        Aside.run(
                connection,
                () -> entrance.enter(connection, greeting),
                entered -> welcome(connection, entered, whenIn),
                why -> refuse(connection, greeting, why));
    }

    private void welcome(Connection connection, Entrance.Entered entered, Runnable whenIn) {
        if (connection.state() instanceof State.Greeting greeting) {
            connection.move(greeting.welcomed(entered.caller()));
            connection.send(entered.welcome());
            // What changed between the token's verification and now was told to nobody yet.
            renewal.askIfUntrue(connection);
            whenIn.run();
        }
    }

    private static void refuse(Connection connection, State.Greeting greeting, Refused why) {
        String ref = greeting.hello().ref();
        switch (why.problem()) {
            case TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_STALE ->
                refuse(connection, why, ref, CloseCode.TOKEN);
            case RIGHT_MISSING -> refuse(connection, why, ref, CloseCode.FORBIDDEN);
            case BUSY -> refuse(connection, why, ref, CloseCode.FLOOD);
            default -> Aside.comeBack(connection, why, ref);
        }
    }

    private static void refuse(Connection connection, Refused why, @Nullable String ref, CloseCode code) {
        connection.send(ServerFrame.Error.of(why, ref));
        connection.close(code);
    }
}
