package im.sparrow.gateway.proxy;

import im.sparrow.gateway.socket.Origins;
import im.sparrow.gateway.socket.SocketConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Lets pages of the listed origins use the REST interface (CORS), those that may open a socket too. Never with cookies:
 * such a page keeps its tokens itself. A page of any other origin is told nothing, and its browser keeps the
 * answer from it; a request's own rights are not decided here.
 */
@Singleton
class CrossOrigin {

    /** Before {@link Threshold}, so that a refusal there can be read by the page that earned it. */
    private static final int ORDER = Threshold.ORDER - 100;

    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<String> ASKED_WITH = Set.of("Authorization", "Content-Type", "Idempotency-Key");
    private static final Set<String> ANSWERED_WITH = Set.of("Retry-After", HeaderHygiene.REQUEST_ID);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Origins origins;
    private final CorsHandler cors;

    CrossOrigin(SocketConfig config) {
        origins = new Origins(config.origins().orElse(List.of()));
        cors = CorsHandler.create()
                .addOrigins(List.copyOf(origins.listed()))
                .allowedMethods(METHODS)
                .allowedHeaders(ASKED_WITH)
                .exposedHeaders(ANSWERED_WITH)
                .maxAgeSeconds((int) REMEMBERED.toSeconds());
    }

    void routes(@Observes Router router) {
        if (!origins.listed().isEmpty()) {
            router.route().order(ORDER).handler(this::pass);
        }
    }

    // The library would refuse a stranger's request; ours may also come from the gateway's own page, which needs no
    // list.
    private void pass(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaderNames.ORIGIN);
        if (origin == null || origins.lists(origin)) {
            cors.handle(context);
        } else {
            context.response().headers().add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
            context.next();
        }
    }
}
