package im.sparrow.local.relay;

import im.sparrow.local.layout.Link;
import im.sparrow.local.layout.Roster;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClientOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All doors of a suite, on one event loop. */
public final class Relay implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;
    private static final long PATIENCE_SECONDS = 20;

    private final Vertx vertx;

    private Relay(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Opens the links' ports and the control's; they take connections when this returns.
     *
     * @throws IOException when one of them cannot be opened
     */
    public static Relay open(List<Link> links, int control) throws IOException {
        // One event loop: everything of the relay happens on it, so nothing of it needs a lock.
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        var client = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(CONNECT_MILLIS).setTcpNoDelay(true));
        var pulse = new Pulse(vertx);
        var all = new ArrayList<Passage>();
        var opening = new ArrayList<Future<?>>();
        for (var link : links) {
            var door = new Door(vertx, client, link);
            opening.add(door.open());
            all.addAll(door.passages());
            if (door.passages().size() > 1) {
                pulse.watch(door.passages());
            }
        }
        opening.add(new Control(vertx, all).open(control));
        var relay = new Relay(vertx);
        try {
            await(Future.all(opening));
        } catch (IOException e) {
            relay.close();
            throw e;
        }
        return relay;
    }

    private static void await(Future<?> future) throws IOException {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IOException("the relay cannot listen: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            await(vertx.close());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a process: the suite's roster. Runs until it is told to stop. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: <parts.json>");
        }
        var roster = Roster.read(Path.of(args[0])).orElseThrow(() -> new IOException("no roster in " + args[0]));
        open(roster.links(), URI.create(roster.control()).getPort());
        System.out.println("relay ready, " + roster.links().size() + " ports");
    }
}
