package im.sparrow.gateway.socket;

import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.fanout.Stragglers;
import im.sparrow.gateway.fanout.WebSocketOutlet;
import im.sparrow.gateway.limit.Budgets;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The socket's way in: brings what the framework hears to the connection, on its event loop. */
@WebSocket(path = "/ws")
public class SocketEndpoint {

    private static final Logger LOG = Logger.getLogger(SocketEndpoint.class);
    private static final TypedKey<Connection> CONNECTION = new TypedKey<>("connection");

    private final Connections connections;
    private final Desk desk;
    private final Budgets budgets;
    private final SocketConfig config;
    private final Stragglers stragglers;
    private final InstantSource time;

    SocketEndpoint(
            Connections connections,
            Desk desk,
            Budgets budgets,
            SocketConfig config,
            Stragglers stragglers,
            InstantSource time) {
        this.connections = connections;
        this.desk = desk;
        this.budgets = budgets;
        this.config = config;
        this.stragglers = stragglers;
        this.time = time;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection socket) {
        forget(socket.userData().remove(UpgradeGuard.OPENING));
        Channel channel = socket.userData().get(UpgradeGuard.CHANNEL);
        var slow = new SlowReader();
        var outlet = new WebSocketOutlet(
                channel, config.pendingBytes().asLongValue(), code -> close(socket, code), slow, stragglers);
        var connection = new Connection(
                outlet, budgets.frames(), socket.userData().get(UpgradeGuard.TOKEN), time.millis(), connections::gone);
        slow.of = connection;
        socket.userData().put(CONNECTION, connection);
        connections.add(connection);
    }

    /** The framework keeps request and answer as long as the socket; what they said is of no use any more. */
    private static void forget(HttpServerRequest opening) {
        opening.headers().clear();
        opening.response().headers().clear();
    }

    /** Closes a connection whose client does not read; known only after the outlet that tells of it. */
    private static final class SlowReader implements Runnable {
        private @Nullable Connection of;

        @Override
        public void run() {
            if (of != null) {
                of.close(CloseCode.SLOW_CONSUMER);
            }
        }
    }

    @OnTextMessage
    @NonBlocking
    void text(String frame, WebSocketConnection socket) {
        desk.take(connection(socket), frame);
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(Buffer frame, WebSocketConnection socket) {
        desk.malformed(connection(socket));
    }

    @OnPongMessage
    @NonBlocking
    void pong(Buffer payload, WebSocketConnection socket) {
        connection(socket).heard(time.millis());
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection socket) {
        Connection connection = socket.userData().get(CONNECTION);
        if (connection != null) {
            connection.left();
        }
    }

    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection socket) {
        // Mostly a client that went away in the middle of a frame, or one whose frame is too large.
        LOG.debugf("a socket failed: %s", failure.toString());
        Connection connection = socket.userData().get(CONNECTION);
        if (connection != null) {
            connection.close(CloseCode.MALFORMED);
        }
    }

    private static Connection connection(WebSocketConnection socket) {
        return socket.userData().get(CONNECTION);
    }

    private static void close(WebSocketConnection socket, int code) {
        socket.close(new CloseReason(code)).subscribe().with(done -> {}, gone -> LOG.trace("closed before"));
    }
}
