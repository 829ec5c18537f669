package im.sparrow.local.relay;

import im.sparrow.local.layout.Link;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.List;

/** One port of the relay: takes connections and leads each to one of its places, the next one if that is dead. */
final class Door {
    static final String HOST = "127.0.0.1";

    private final Vertx vertx;
    private final NetClient client;
    private final int port;
    private final List<Passage> passages;
    private final Choice choice = new Choice();

    Door(Vertx vertx, NetClient client, Link link) {
        this.vertx = vertx;
        this.client = client;
        port = link.port();
        passages = link.routes().stream().map(Passage::new).toList();
    }

    List<Passage> passages() {
        return passages;
    }

    Future<NetServer> open() {
        var options = new NetServerOptions().setHost(HOST).setPort(port).setTcpNoDelay(true);
        return vertx.createNetServer(options).connectHandler(this::accept).listen();
    }

    private void accept(NetSocket near) {
        near.pause();
        lead(near, choice.order(passages), 0);
    }

    private void lead(NetSocket near, List<Passage> order, int index) {
        if (index == order.size()) {
            near.close();
            return;
        }
        var passage = order.get(index);
        if (passage.weather().state() == Weather.State.CLOSED) {
            lead(near, order, index + 1);
            return;
        }
        client.connect(passage.route().port(), HOST).onComplete(connected -> {
            if (connected.succeeded()) {
                new Pair(vertx, passage, near, connected.result()).begin();
            } else {
                passage.ready(false); // until it says otherwise
                lead(near, order, index + 1);
            }
        });
    }
}
