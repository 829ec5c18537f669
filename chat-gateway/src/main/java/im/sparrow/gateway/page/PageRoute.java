package im.sparrow.gateway.page;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Gives every answer of this origin the headers that keep a browser safe, and answers the client's own addresses
 * ({@code /chats/5}) with the one page there is.
 */
@Singleton
class PageRoute {

    private static final int HEADERS_FIRST = -2000;
    private static final int BEFORE_FILES = -900;
    private static final String INDEX = "/index.html";

    /**
     * Everything from our own origin, nothing inline. Images and films also from the page's memory, since what was
     * chosen is shown before it is sent.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self';"
            + " manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void routes(@Observes Router router) {
        router.route().order(HEADERS_FIRST).handler(PageRoute::safe);
        router.get().order(BEFORE_FILES).handler(PageRoute::page);
    }

    private static void safe(RoutingContext context) {
        String path = context.request().path();
        context.addHeadersEndHandler(_ -> {
            MultiMap headers = context.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()");
            PagePaths.caching(path).ifPresent(caching -> headers.set("Cache-Control", caching));
        });
        context.next();
    }

    private static void page(RoutingContext context) {
        if (context.request().method() == HttpMethod.GET
                && PagePaths.clientRoute(context.request().path())) {
            context.reroute(INDEX);
        } else {
            context.next();
        }
    }
}
