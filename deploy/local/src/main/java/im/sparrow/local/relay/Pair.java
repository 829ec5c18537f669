package im.sparrow.local.relay;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;

/** Two sockets that are one connection. It is over when both directions have ended. */
final class Pair {
    private final Passage passage;
    private final NetSocket near;
    private final NetSocket far;
    private final Flow there;
    private final Flow back;
    private int left = 2;

    Pair(Vertx vertx, Passage passage, NetSocket near, NetSocket far) {
        this.passage = passage;
        this.near = near;
        this.far = far;
        there = new Flow(vertx, near, far, passage, this::over);
        back = new Flow(vertx, far, near, passage, this::over);
    }

    void begin() {
        passage.add(this);
        far.pause();
        // A side that breaks off ends as well; whoever caused it knows more than can be said here.
        near.exceptionHandler(broken -> {});
        far.exceptionHandler(broken -> {});
        there.begin();
        back.begin();
    }

    void go() {
        there.go();
        back.go();
    }

    void close() {
        passage.remove(this);
        near.close();
        far.close();
    }

    private void over() {
        if (--left == 0) {
            passage.remove(this);
        }
    }
}
