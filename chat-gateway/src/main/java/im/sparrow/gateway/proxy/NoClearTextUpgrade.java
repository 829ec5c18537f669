package im.sparrow.gateway.proxy;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * No upgrade from HTTP/1.1 to HTTP/2 in clear text: the body of the request that asks for it is gathered in memory
 * before anybody can say where it goes. HTTP/2 over TLS is not touched.
 */
@Singleton
final class NoClearTextUpgrade implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
