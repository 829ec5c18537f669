package im.sparrow.gateway.socket;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.log.MessageLog;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;

/** Pages that a client asks for over its socket. */
@Singleton
class Pulls {

    /** Pages that one socket may be waiting for. */
    static final int AT_ONCE = 64;

    private static final Refused TOO_MANY =
            new Refused(Problem.BUSY, "Too many pages are asked for at once; ask again in a moment.");

    private final MessageLog log;
    private final Sends sends;

    Pulls(MessageLog log, Sends sends) {
        this.log = log;
        this.sends = sends;
    }

    /** Answers with a page, or says why not. */
    void pull(Connection connection, State.Live live, ClientFrame.Pull pull) {
        var untrue = sends.untrue(live.caller());
        if (untrue.isPresent()) {
            connection.send(ServerFrame.Error.of(untrue.get(), pull.ref()));
            return;
        }
        var question = new MessageLog.PageQuestion(
                live.caller().userId(),
                pull.conversationId(),
                pull.afterSeq(),
                pull.afterChangeSeq(),
                pull.beforeSeq(),
                pull.limit());
        if (!connection.beginPull(AT_ONCE)) {
            connection.send(ServerFrame.Error.of(TOO_MANY, pull.ref()));
            return;
        }
        Aside.run(
                connection,
                () -> ServerFrame.page(log.page(question), pull.ref()),
                page -> {
                    connection.endPull();
                    connection.send(page);
                },
                why -> {
                    connection.endPull();
                    connection.send(ServerFrame.Error.of(why, pull.ref()));
                });
    }
}
