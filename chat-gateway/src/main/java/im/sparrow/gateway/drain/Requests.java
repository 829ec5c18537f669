package im.sparrow.gateway.drain;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests under way, sockets not among them. Once it is told so, each answer ends its connection, so that the client's
 * next request is another gateway's.
 */
@Singleton
class Requests {

    /** Before everything that answers. */
    private static final int FIRST = -3000;

    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean last;

    void routes(@Observes Router router) {
        router.route().order(FIRST).handler(this::count);
    }

    /** From now on no connection outlives its next answer. */
    void beLast() {
        last = true;
    }

    /** How many have no answer yet. */
    int open() {
        return open.get();
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.headers().contains(HttpHeaders.UPGRADE)) {
            open.incrementAndGet();
            context.addEndHandler(ended -> open.decrementAndGet());
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
