package im.sparrow.local.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the relay can be asked, over HTTP on 127.0.0.1.
 *
 * <pre>
 *   GET /q/health/ready                               200
 *   GET /routes                                       all, with their weather and connections
 *   PUT /routes/message-service~database?state=cut    open, cut or closed
 *   PUT /routes/*~broker?delay=250                    milliseconds, each way; * stands for anything
 *   PUT /routes/*?state=open&amp;delay=0                   all is well
 * </pre>
 *
 * <p>A PUT answers with the routes it has changed, 404 when none has that name, 400 when its words are wrong. A page in
 * a browser cannot send one: it would have to ask first, and is not answered.
 */
final class Control {
    private static final String ROUTES = "/routes";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Vertx vertx;
    private final List<Passage> passages;

    Control(Vertx vertx, List<Passage> passages) {
        this.vertx = vertx;
        this.passages = passages;
    }

    Future<HttpServer> open(int port) {
        var options = new HttpServerOptions().setHost(Door.HOST).setPort(port);
        return vertx.createHttpServer(options).requestHandler(this::answer).listen();
    }

    private void answer(HttpServerRequest request) {
        var path = Optional.ofNullable(request.path()).orElse("");
        if (request.method().equals(HttpMethod.PUT) && path.startsWith(ROUTES + "/")) {
            change(request, path.substring(ROUTES.length() + 1));
        } else if (request.method().equals(HttpMethod.GET) && path.equals(ROUTES)) {
            say(request, OK, list(passages));
        } else if (request.method().equals(HttpMethod.GET) && path.equals("/q/health/ready")) {
            say(request, OK, new JsonObject().put("status", "UP").put("checks", new JsonArray()));
        } else {
            say(request, NOT_FOUND, problem("There is /routes and /q/health/ready."));
        }
    }

    private void change(HttpServerRequest request, String name) {
        var wanted = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
        var meant = passages.stream()
                .filter(one -> wanted.matcher(one.route().name()).matches())
                .toList();
        try {
            var state = Optional.ofNullable(request.getParam("state")).orElse("");
            var delay = Optional.ofNullable(request.getParam("delay")).orElse("");
            var weathers =
                    meant.stream().map(one -> one.weather().with(state, delay)).toList();
            for (var i = 0; i < weathers.size(); i++) {
                meant.get(i).change(weathers.get(i));
            }
            say(request, meant.isEmpty() ? NOT_FOUND : OK, list(meant));
        } catch (IllegalArgumentException e) {
            say(
                    request,
                    BAD_REQUEST,
                    problem("state is open, cut or closed; delay is 0 to " + Weather.LONGEST.toMillis() + " ms"));
        }
    }

    private static JsonArray list(List<Passage> passages) {
        var all = new JsonArray();
        for (var passage : passages) {
            all.add(new JsonObject()
                    .put("name", passage.route().name())
                    .put("state", passage.weather().state().word())
                    .put("delay", passage.weather().delay().toMillis())
                    .put("ready", passage.isReady())
                    .put("connections", passage.connections()));
        }
        return all;
    }

    private static JsonObject problem(String detail) {
        return new JsonObject().put("detail", detail);
    }

    private static void say(HttpServerRequest request, int status, Object body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toString());
    }
}
