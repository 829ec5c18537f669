package im.sparrow.gateway.proxy;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.ProblemView;
import im.sparrow.platform.core.Refused;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** Answers for a service that cannot be reached: 503 as a problem that may be tried again. */
final class AwayAnswer implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(AwayAnswer.class);
    private static final String RETRY_SECONDS = "2";

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(fault -> {
            LOG.warnf("%s not passed on: %s", context.request().proxiedRequest().method(), fault.getMessage());
            return Future.succeededFuture(answer(context));
        });
    }

    private static ProxyResponse answer(ProxyContext context) {
        var refused = new Refused(Problem.UNAVAILABLE, "This part of the service is away; try again in a moment.");
        Buffer body = Json.encodeToBuffer(ProblemView.of(refused));
        return context.request()
                .release()
                .response()
                .setStatusCode(refused.problem().status())
                .putHeader("Content-Type", ProblemView.MEDIA_TYPE)
                .putHeader("Retry-After", RETRY_SECONDS)
                .setBody(Body.body(body));
    }
}
