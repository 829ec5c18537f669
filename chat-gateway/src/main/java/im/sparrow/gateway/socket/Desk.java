package im.sparrow.gateway.socket;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.command.Commands;
import im.sparrow.gateway.frame.FrameReader;
import im.sparrow.gateway.frame.Reading;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.limit.Budget.Verdict;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Takes what a client says, in its order, and sees what is to be done with it where the connection stands. */
@Singleton
class Desk {

    private static final Refused BINARY = new Refused(Problem.MALFORMED, "Frames are text; this one is binary.");
    private static final Refused NOT_GREETED =
            new Refused(Problem.MALFORMED, "The first frame is hello, and only the first.");

    private final Greeter greeter;
    private final Renewal renewal;
    private final Sends sends;
    private final Pulls pulls;
    private final InstantSource time;

    Desk(Greeter greeter, Renewal renewal, Sends sends, Pulls pulls, InstantSource time) {
        this.greeter = greeter;
        this.renewal = renewal;
        this.sends = sends;
        this.pulls = pulls;
        this.time = time;
    }

    /** A text frame came. */
    void take(Connection connection, String text) {
        if (connection.over()) {
            return;
        }
        connection.heard(time.millis());
        long now = System.nanoTime();
        Verdict verdict = connection.frames().take(now);
        if (verdict == Verdict.FLOOD) {
            refuse(connection, connection.frames().later(now), CloseCode.FLOOD);
            return;
        }
        switch (FrameReader.read(text)) {
            case Reading.Unreadable unreadable -> refuse(connection, unreadable.why(), CloseCode.MALFORMED);
            case Reading.Wrong wrong -> answer(connection, wrong);
            case Reading.Good good when verdict == Verdict.LATER -> later(connection, good.frame(), now);
            case Reading.Good good -> take(connection, good.frame());
        }
    }

    /** A binary frame came. */
    void malformed(Connection connection) {
        refuse(connection, BINARY, CloseCode.MALFORMED);
    }

    private void refuse(Connection connection, Refused why, CloseCode code) {
        connection.send(ServerFrame.Error.of(why, null));
        connection.close(code);
    }

    private static void answer(Connection connection, Reading.Wrong wrong) {
        var command = wrong.command();
        connection.send(
                command == null
                        ? ServerFrame.Error.of(wrong.why(), wrong.ref())
                        : ServerFrame.Nack.of(wrong.why(), command, wrong.ref()));
    }

    private void later(Connection connection, ClientFrame frame, long now) {
        answer(connection, new Reading.Wrong(connection.frames().later(now), frame.ref(), Sends.idOf(frame)));
    }

    private void take(Connection connection, ClientFrame frame) {
        switch (connection.state()) {
            case State.Opened opened -> {
                if (frame instanceof ClientFrame.Hello hello) {
                    greeter.hello(connection, opened.hello(hello), () -> release(connection));
                } else {
                    refuse(connection, NOT_GREETED, CloseCode.HELLO_MISSING);
                }
            }
            case State.Greeting greeting -> {
                if (greeting.more() && frame instanceof ClientFrame.Heads heads) {
                    greeter.heads(connection, greeting, heads, () -> release(connection));
                } else {
                    await(connection, frame);
                }
            }
            case State.Live live -> {
                if (connection.holding()) {
                    await(connection, frame);
                } else {
                    live(connection, live, frame);
                }
            }
            case State.Draining draining -> sends.refuse(connection, frame);
            case State.Closed closed -> {
                // What was on its way when it ended.
            }
        }
    }

    private void await(Connection connection, ClientFrame frame) {
        if (!connection.await(frame)) {
            refuse(connection, new Refused(Problem.BUSY, "Wait for the welcome before you say more."), CloseCode.FLOOD);
        }
    }

    /** Takes what waited while the client was greeted or its token verified. */
    private void release(Connection connection) {
        connection.release(frame -> take(connection, frame));
    }

    private void live(Connection connection, State.Live live, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Send send -> sends.command(connection, live, send, Commands.of(send));
            case ClientFrame.Recall recall -> sends.command(connection, live, recall, Commands.of(recall));
            case ClientFrame.Cursor cursor -> sends.cursor(connection, live, cursor);
            case ClientFrame.Pull pull -> pulls.pull(connection, live, pull);
            case ClientFrame.Auth auth -> renewal.auth(connection, auth, () -> release(connection));
            case ClientFrame.Hello hello -> connection.send(ServerFrame.Error.of(NOT_GREETED, hello.ref()));
            case ClientFrame.Heads heads -> connection.send(ServerFrame.Error.of(NOT_GREETED, heads.ref()));
        }
    }
}
