package im.sparrow.gateway.proxy;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.ProblemView;
import im.sparrow.platform.core.Refused;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns away what no service should see, before anything of it is passed on: an address or a header that two servers may
 * read differently, a body beyond its bound.
 */
@Singleton
class Threshold {

    /** Before the door, after the headers that every answer has. */
    static final int ORDER = PublicDoor.ORDER - 500;

    /** How long the rest of a refused body is read and dropped, so that its sender can read the answer. */
    private static final long LINGER_MS = Duration.ofSeconds(5).toMillis();

    private static final int BAD_REQUEST = 400;
    private static final int NO_SUCH_METHOD = 405;

    private final Vertx vertx;
    private final long bodyBytes;

    private record Answer(int status, Refused why) {
        static Answer of(Refused why) {
            return new Answer(why.problem().status(), why);
        }
    }

    Threshold(Vertx vertx, ProxyConfig config) {
        this.vertx = vertx;
        this.bodyBytes = config.bodyBytes().asLongValue();
    }

    void routes(@Observes Router router) {
        router.route().order(ORDER).handler(this::pass);
    }

    private void pass(RoutingContext context) {
        Answer answer = refusal(context.request());
        if (answer == null) {
            context.next();
        } else {
            refuse(context.request(), answer);
        }
    }

    private @Nullable Answer refusal(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (headers.getAll(HttpHeaderNames.HOST).size() > 1) {
            return new Answer(BAD_REQUEST, new Refused(Problem.MALFORMED, "There is one Host header in a request."));
        }
        if (headers.getAll(HttpHeaderNames.AUTHORIZATION).size() > 1) {
            return Answer.of(new Refused(Problem.TOKEN_INVALID, "There is one Authorization header in a request."));
        }
        return switch (RouteTable.address(request.method().name(), request.path())) {
            case NOWHERE -> Answer.of(Refused.notFound());
            case OTHER_METHOD -> new Answer(NO_SUCH_METHOD, new Refused(Problem.MALFORMED, "Method Not Allowed."));
            case STREAM -> null;
            case PLAIN -> length(headers) > bodyBytes ? Answer.of(tooLarge()) : null;
        };
    }

    private Refused tooLarge() {
        return new Refused(Problem.TOO_LARGE, "The document has at most " + bodyBytes + " bytes.");
    }

    /** The length a request says its body has; 0 when it says none, since its bytes are counted where it goes. */
    private static long length(MultiMap headers) {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException notOne) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(HttpServerRequest request, Answer answer) {
        request.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .end(Json.encodeToBuffer(ProblemView.of(answer.why())));
        if (!request.isEnded()) {
            long timer = vertx.setTimer(LINGER_MS, late -> request.connection().close());
            request.endHandler(read -> vertx.cancelTimer(timer));
            request.exceptionHandler(gone -> vertx.cancelTimer(timer));
            request.resume();
        }
    }
}
