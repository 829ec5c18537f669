package im.sparrow.gateway.socket;

import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.log.MessageLog;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;

/** Pages that a client asks for over its socket. How many it may ask for bounds the socket's budget of frames. */
@Singleton
class Pulls {

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
        Thread.ofVirtual().name("pull").start(() -> {
            try {
                byte[] page = ServerFrame.page(log.page(question), pull.ref());
                connection.execute(() -> {
                    if (!connection.over()) {
                        connection.outlet().send(page);
                    }
                });
            } catch (Refused why) {
                connection.execute(() -> connection.send(ServerFrame.Error.of(why, pull.ref())));
            }
        });
    }
}
