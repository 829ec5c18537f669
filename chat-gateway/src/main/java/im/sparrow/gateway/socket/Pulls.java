package im.sparrow.gateway.socket;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.log.MessageLog;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pages that a client asks for over its socket. A page may weigh 3 MB, so pages are weighed and not counted: the items
 * under way for one socket and for all of them, and the bytes that clients have not read. Whoever does not read what he
 * asked for gets nothing further.
 */
@Singleton
class Pulls {

    /** Items under way for all sockets together: sixteen full pages. */
    static final int ITEMS_MAX = 16 * Bounds.PAGE_MAX;

    /** Bytes of pages that wait for clients to read them, over all sockets. */
    static final long UNREAD_MAX = 64L << 20;

    /** Bytes that may wait in a socket when the next page is fetched for it. */
    static final long NEARLY_READ = 64L << 10;

    private static final long LOOK_MS = 50;

    private static final Refused TOO_MANY =
            new Refused(Problem.BUSY, "Too many pages are asked for at once; ask again in a moment.");

    private final MessageLog log;
    private final Sends sends;
    private final Semaphore items = new Semaphore(ITEMS_MAX);
    private final AtomicLong unread = new AtomicLong();

    Pulls(MessageLog log, Sends sends) {
        this.log = log;
        this.sends = sends;
    }

    /** Answers with a page, or says why not. */
    void pull(Connection connection, State.Live live, ClientFrame.Pull pull) {
        var untrue = sends.untrue(live.caller());
        if (untrue.isPresent()) {
            connection.send(ServerFrame.Error.of(untrue.get(), pull.ref()));
        } else if (connection.pages().ask(pull)) {
            fetch(connection, live.caller().userId());
        } else {
            connection.send(ServerFrame.Error.of(TOO_MANY, pull.ref()));
        }
    }

    private void fetch(Connection connection, Id user) {
        PageLine line = connection.pages();
        if (connection.over() || line.hasUnread()) {
            return;
        }
        for (ClientFrame.Pull pull = line.next(); pull != null; pull = line.next()) {
            fetch(connection, user, pull);
        }
    }

    private void fetch(Connection connection, Id user, ClientFrame.Pull pull) {
        Aside.run(
                connection,
                () -> page(user, pull),
                page -> {
                    items.release(pull.limit());
                    connection.pages().answered(pull);
                    send(connection, user, page, pull);
                    fetch(connection, user);
                },
                why -> {
                    connection.pages().answered(pull);
                    connection.send(ServerFrame.Error.of(why, pull.ref()));
                    fetch(connection, user);
                });
    }

    /** The page; its items stay taken until it is handed to the socket. */
    private byte[] page(Id user, ClientFrame.Pull pull) {
        items.acquireUninterruptibly(pull.limit());
        boolean fetched = false;
        try {
            byte[] page = ServerFrame.page(
                    log.page(new MessageLog.PageQuestion(
                            user,
                            pull.conversationId(),
                            pull.afterSeq(),
                            pull.afterChangeSeq(),
                            pull.beforeSeq(),
                            pull.limit())),
                    pull.ref());
            fetched = true;
            return page;
        } finally {
            if (!fetched) {
                items.release(pull.limit());
            }
        }
    }

    private void send(Connection connection, Id user, byte[] page, ClientFrame.Pull pull) {
        if (unread.get() > UNREAD_MAX) {
            connection.send(ServerFrame.Error.of(TOO_MANY, pull.ref()));
            return;
        }
        connection.send(page);
        if (connection.outlet().pendingBytes() > NEARLY_READ) {
            unread.addAndGet(page.length);
            if (connection.pages().leave(page.length)) {
                look(connection, user);
            }
        }
    }

    /** Looks now and then whether the client has read its pages, or is gone. */
    private void look(Connection connection, Id user) {
        if (connection.over() || connection.outlet().pendingBytes() <= NEARLY_READ) {
            unread.addAndGet(-connection.pages().read());
            fetch(connection, user);
        } else {
            var unused =
                    connection.outlet().loop().schedule(() -> look(connection, user), LOOK_MS, TimeUnit.MILLISECONDS);
        }
    }
}
