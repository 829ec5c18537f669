package im.sparrow.local.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/** Asks the places among which a door chooses whether they take new connections: not while they start or drain. */
final class Pulse {
    private static final long EVERY_MILLIS = 500;
    private static final int PATIENCE_MILLIS = 1000;
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;

    Pulse(Vertx vertx) {
        this.vertx = vertx;
        client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS).setMaxPoolSize(1));
    }

    /** Goes on for ever. */
    void watch(List<Passage> passages) {
        vertx.setPeriodic(EVERY_MILLIS, tick -> passages.forEach(this::ask));
    }

    private void ask(Passage passage) {
        answer(passage.route().health()).onComplete(answer -> passage.ready(answer.succeeded() && answer.result()));
    }

    private Future<Boolean> answer(int port) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(Door.HOST)
                .setPort(port)
                .setURI("/q/health/ready")
                .setTimeout(PATIENCE_MILLIS);
        return client.request(options).compose(request -> request.send()).map(response -> response.statusCode() == OK);
    }
}
