package im.sparrow.gateway.drain;

import io.quarkus.scheduler.Scheduled;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests under way, sockets not among them. Once it is told so, each answer ends its connection, so that the client's
 * next request is another gateway's.
 */
@Singleton
class Requests {

    /** Before everything that answers. */
    private static final int FIRST = -3000;

    private final Set<HttpServerResponse> open = ConcurrentHashMap.newKeySet();
    private volatile boolean last;

    void routes(@Observes Router router) {
        router.route().order(FIRST).handler(this::count);
    }

    /** From now on no connection outlives its next answer. */
    void beLast() {
        last = true;
    }

    /**
     * How many have no answer yet. Who went away in the middle is looked for here: the proxy takes the place of whoever
     * would be told of it.
     */
    int open() {
        open.removeIf(response -> response.ended() || response.closed());
        return open.size();
    }

    @Scheduled(every = "10s")
    void forget() {
        var unused = open();
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.headers().contains(HttpHeaders.UPGRADE)) {
            open.add(context.response());
            context.addEndHandler(ended -> open.remove(context.response()));
            if (request.version() == HttpVersion.HTTP_1_1) {
                context.addHeadersEndHandler(before -> end(context));
            }
        }
        context.next();
    }

    private void end(RoutingContext context) {
        if (last) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
