package im.sparrow.platform.core;

import im.sparrow.contracts.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a JSON document whole on the event loop, before a thread is given to whoever asks. Else the REST layer reads it on
 * the virtual thread and waits there for what has not come yet, by {@code Object.wait}: up to JDK 25.0.3 such a thread may
 * miss that it was woken (JDK-8373120), and whoever leaves in the middle of a document keeps a processor busy for good
 * (Quarkus issue 56380).
 *
 * <p>Bound: {@code quarkus.http.limits.max-body-size}; beyond it the answer is 413. Other bodies are left unread.
 */
@Singleton
final class WholeBody {

    /** After what is passed on to others unread, before anybody asks who is there: still on the event loop. */
    static final int ORDER = -500;

    private static final String JSON = "application/json";
    private static final String READING = WholeBody.class.getName();

    private final BodyHandler reader;

    WholeBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        reader = BodyHandler.create(false).setBodyLimit(limit.asLongValue());
    }

    void routes(@Observes Router router) {
        router.route().order(ORDER).handler(this::read).failureHandler(this::failed);
        router.route().order(ORDER + 1).handler(WholeBody::done);
    }

    private void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Over HTTP/2, which only services speak, the framework does not bear that a request was read; and the reader
        // forgets whoever has said all already: a document of no bytes.
        boolean read = request.version() != HttpVersion.HTTP_2 && !request.isEnded() && !asksForMore(request);
        if (read && isJson(request)) {
            context.put(READING, true);
            reader.handle(context);
        } else {
            context.next();
        }
    }

    private static void done(RoutingContext context) {
        boolean read = context.remove(READING) != null;
        if (read && context.body().buffer() == null && context instanceof RoutingContextInternal internal) {
            // No bytes are a document too; else the REST layer would wait for an end that has been.
            internal.setBody(Buffer.buffer());
        }
        context.next();
    }

    private void failed(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (context.get(READING) == null) {
            context.next();
        } else if (!response.ended() && !response.closed()) {
            Refused why = context.statusCode() == Problem.TOO_LARGE.status()
                    ? new Refused(Problem.TOO_LARGE, "The request is larger than allowed.")
                    : new Refused(Problem.MALFORMED, "The request ended before its document did.");
            response.setStatusCode(why.problem().status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(Json.encodeToBuffer(ProblemView.of(why)));
        }
    }

    /** Whoever wants another protocol has no end: what follows belongs to that. */
    private static boolean asksForMore(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE);
    }

    private static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(JSON);
    }
}
