package im.sparrow.local.relay;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** One direction of a connection. Bytes keep their order, whatever the delay was when they came. */
final class Flow {
    /** Bytes that wait for their time; above this the sender is no longer read. */
    static final int MOST_WAITING = 1024 * 1024;

    private record Late(long due, Buffer bytes) {}

    private final Vertx vertx;
    private final NetSocket from;
    private final NetSocket to;
    private final Passage passage;
    private final Runnable whenOver;
    private final ArrayDeque<Late> late = new ArrayDeque<>();
    private long waiting;
    private boolean timed;
    private boolean ended;
    private boolean over;
    private boolean paused = true; // as both ends are until they are joined

    Flow(Vertx vertx, NetSocket from, NetSocket to, Passage passage, Runnable whenOver) {
        this.vertx = vertx;
        this.from = from;
        this.to = to;
        this.passage = passage;
        this.whenOver = whenOver;
    }

    /** Begins to read. */
    void begin() {
        from.handler(this::take);
        from.endHandler(end -> {
            ended = true;
            go();
        });
        to.drainHandler(drained -> go());
        go();
    }

    private void take(Buffer bytes) {
        late.add(new Late(System.nanoTime() + passage.weather().delay().toNanos(), bytes));
        waiting += bytes.length();
        go();
    }

    /** Passes on what may pass now, and reads on if there is room. */
    void go() {
        if (over || isCut()) {
            pause(true);
            return;
        }
        while (!late.isEmpty() && late.getFirst().due() - System.nanoTime() <= 0) {
            var next = late.removeFirst();
            waiting -= next.bytes().length();
            to.write(next.bytes());
        }
        if (!late.isEmpty()) {
            wakeAt(late.getFirst().due());
        } else if (ended) {
            over = true;
            to.end();
            whenOver.run();
            return;
        }
        pause(to.writeQueueFull() || waiting > MOST_WAITING);
    }

    private void pause(boolean now) {
        if (now != paused) {
            paused = now;
            if (now) {
                from.pause();
            } else {
                from.resume();
            }
        }
    }

    private boolean isCut() {
        return passage.weather().state() == Weather.State.CUT;
    }

    private void wakeAt(long due) {
        if (!timed) {
            timed = true;
            var millis = TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
            vertx.setTimer(Math.max(1, millis), fired -> {
                timed = false;
                go();
            });
        }
    }
}
