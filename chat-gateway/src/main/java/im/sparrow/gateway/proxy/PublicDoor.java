package im.sparrow.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Streams each request to the service that owns its path. It stands before everything that might read a body, since a
 * body that was read cannot be streamed.
 */
@Singleton
class PublicDoor {

    /** Before the REST layer and its body handler. */
    static final int ORDER = -1000;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Vertx vertx;
    private final ProxyConfig config;
    private final Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);

    PublicDoor(Vertx vertx, ProxyConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    void routes(@Observes Router router) {
        for (Upstream upstream : Upstream.values()) {
            proxies.put(upstream, proxy(config.of(upstream)));
        }
        router.route().order(ORDER).handler(this::pass);
    }

    private void pass(RoutingContext context) {
        RouteTable.owner(context.request().method().name(), context.request().path())
                .map(proxies::get)
                .ifPresentOrElse(proxy -> proxy.handle(context.request()), context::next);
    }

    private HttpProxy proxy(URI target) {
        boolean tls = "https".equals(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : tls ? HTTPS : HTTP;
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client(tls))
                .origin(port, target.getHost())
                .addInterceptor(new HeaderHygiene())
                .addInterceptor(new AwayAnswer());
    }

    private HttpClient client(boolean tls) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setSsl(tls)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.idleTimeout().toSeconds())
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.waiting())
                .setKeepAlive(true));
    }
}
