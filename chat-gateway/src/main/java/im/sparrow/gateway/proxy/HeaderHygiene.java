package im.sparrow.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a client may not say about itself is removed, what the services must know of it is said by us: where it came
 * from, over what, and a number that finds the request in every log.
 */
final class HeaderHygiene implements ProxyInterceptor {

    static final String REQUEST_ID = "X-Request-Id";

    private static final Pattern GOOD_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final List<String> OURS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-Ip");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest client = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        OURS.forEach(headers::remove);
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", client.isSSL() ? "https" : String.valueOf(client.scheme()));
        if (client.authority() != null) {
            headers.set("X-Forwarded-Host", client.authority().toString());
        }
        String given = headers.get(REQUEST_ID);
        if (given == null || !GOOD_REQUEST_ID.matcher(given).matches()) {
            headers.set(REQUEST_ID, UUID.randomUUID().toString());
        }
        return context.sendRequest();
    }

    /** What a service says is not packed on its way: it may be a film, or a secret beside what a stranger wrote. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        if (!headers.contains("Content-Encoding")) {
            headers.set("Content-Encoding", "identity");
        }
        return context.sendResponse();
    }
}
