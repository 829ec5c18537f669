package im.sparrow.gateway.socket;

import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides before the upgrade: are new sockets taken, may this page open one, does it speak our protocol? */
@ApplicationScoped
public class UpgradeGuard implements HttpUpgradeCheck {

    /** The subprotocol. */
    static final String PROTOCOL = "sparrow.v1";

    /** The socket's channel. */
    static final TypedKey<Channel> CHANNEL = new TypedKey<>("channel");

    /** The opening request, until the socket is open. */
    static final TypedKey<HttpServerRequest> OPENING = new TypedKey<>("opening");

    /** The token of the opening request. */
    static final TypedKey<String> TOKEN = TypedKey.forString("token");

    /** The name under which the framework stands in a channel. */
    private static final String FRAMEWORK = "handler";

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int FLUSHES = 256;
    private static final String BEARER = "Bearer ";

    private final Connections connections;
    private final Origins origins;
    private final int max;

    UpgradeGuard(Connections connections, SocketConfig config) {
        this.connections = connections;
        this.origins = new Origins(config.origins().orElse(List.of()));
        this.max = config.max();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        if (!connections.accepting() || connections.size() >= max) {
            return CheckResult.rejectUpgrade(UNAVAILABLE);
        }
        if (!origins.allow(request.getHeader("Origin"), request.getHeader("Host"))) {
            return CheckResult.rejectUpgrade(FORBIDDEN);
        }
        if (!speaksOurs(request.getHeader("Sec-WebSocket-Protocol"))) {
            return CheckResult.rejectUpgrade(BAD_REQUEST);
        }
        Channel channel = ((ConnectionBase) request.connection()).channel();
        // Answers of one read burst are gathered by this; the stream's frames are flushed once a poll anyway, at once.
        channel.pipeline().addFirst(new FlushConsolidationHandler(FLUSHES, false));
        channel.pipeline().addBefore(FRAMEWORK, "frame-guard", new FrameGuard());
        context.userData().put(CHANNEL, channel);
        context.userData().put(OPENING, request);
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            context.userData().put(TOKEN, authorization.substring(BEARER.length()));
        }
        return CheckResult.permitUpgrade();
    }

    private static boolean speaksOurs(@Nullable String offered) {
        return offered != null
                && Arrays.stream(offered.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
    }
}
