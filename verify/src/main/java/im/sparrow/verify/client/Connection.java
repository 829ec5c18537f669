package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A device's way to the gateway: opens, says hello with what the device holds, waits for the welcome, and begins again
 * after full jitter whenever it ends. Works on the device's thread.
 *
 * <pre>closed ──open──▶ greeting ──welcome──▶ live ──end──▶ closed</pre>
 */
final class Connection implements Link {

    private static final long WELCOME_MS = 15_000;
    private static final long FIRST_PAUSE_MS = 500;
    private static final double GROWTH = 1.25;
    private static final long LONGEST_PAUSE_MS = 4_000;
    private static final int TOKEN_CLOSED = 4401;

    private final DeviceName name;
    private final Session session;
    private final Surroundings around;
    private final Mailbox mailbox;
    private final Supplier<ObjectNode> heads;
    private final Consumer<JsonNode> frames;
    private final Consumer<Boolean> turned;
    private final SplittableRandom random;
    private @Nullable Socket socket;
    private boolean live;
    private @Nullable String epoch;
    private String token = "";
    private int failures;
    private long openAt;
    private long welcomeUntil;
    private long stalledUntil;

    Connection(
            DeviceName name,
            Session session,
            Surroundings around,
            Mailbox mailbox,
            Supplier<ObjectNode> heads,
            Consumer<JsonNode> frames,
            Consumer<Boolean> turned) {
        this.name = name;
        this.session = session;
        this.around = around;
        this.mailbox = mailbox;
        this.heads = heads;
        this.frames = frames;
        this.turned = turned;
        this.random = new SplittableRandom(around.seed() + name.hashCode());
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public long now() {
        return around.history().now();
    }

    @Override
    public void write(ObjectNode frame) {
        if (live && socket != null) {
            socket.write(frame);
        }
    }

    /** What a device calls itself. */
    static String deviceId(int number) {
        return "verify-" + number;
    }

    /** Stops reading for a while. */
    void stall(long millis) {
        if (live && socket != null) {
            around.history().add(new Event.Stalled(now(), name, millis));
            stalledUntil = now() + millis;
            socket.stall();
        }
    }

    /** Opens when it is time, gives up waiting for a welcome, and reads on after a stall. */
    void tick() {
        if (stalledUntil > 0 && now() >= stalledUntil) {
            stalledUntil = 0;
            if (socket != null) {
                socket.read();
            }
        }
        if (socket == null && now() >= openAt) {
            open();
        } else if (socket != null && !live && now() > welcomeUntil) {
            drop();
        }
    }

    private void open() {
        token = session.token();
        // Who finds one gateway dead tries the next.
        Socket opened = Socket.open(
                around.rest(),
                name.user().hashCode() + name.number() + failures,
                frame -> mailbox.post(() -> heard(frame)),
                (which, code) -> mailbox.post(() -> ended(which, code)));
        if (opened == null) {
            pause();
            return;
        }
        socket = opened;
        welcomeUntil = now() + WELCOME_MS;
        ObjectNode hello = Json.object().put("t", "hello").put("token", token).put("deviceId", deviceId(name.number()));
        if (epoch != null) {
            hello.put("epoch", epoch);
        }
        hello.set("heads", heads.get());
        opened.write(hello);
    }

    private void pause() {
        // As the client library does.
        long most = (long) Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * Math.pow(GROWTH, failures++));
        openAt = now() + random.nextLong(most + 1);
    }

    /** Pulls the cable. */
    void drop() {
        if (socket != null) {
            socket.cut();
        }
    }

    /** The token is refused: a newer one goes over the open connection. */
    void stale() {
        token = session.newerThan(token);
        write(Json.object().put("t", "auth").put("token", token));
    }

    private void ended(Socket which, int code) {
        if (which != socket) {
            return;
        }
        socket = null;
        if (live) {
            live = false;
            around.tally().connected.decrementAndGet();
        }
        around.history().add(new Event.Closed(now(), name, code));
        turned.accept(false);
        if (code == TOKEN_CLOSED) {
            token = session.newerThan(token);
        }
        pause();
    }

    private void heard(JsonNode frame) {
        switch (frame.path("t").asText()) {
            case "welcome" -> welcome(frame);
            case "auth_needed" -> stale();
            case "bye" -> openAt = now() + frame.path("reconnectAfterMs").asLong(0);
            default -> frames.accept(frame);
        }
    }

    private void welcome(JsonNode frame) {
        epoch = Json.text(frame, "epoch");
        live = true;
        failures = 0;
        around.tally().connected.incrementAndGet();
        around.history().add(new Event.Opened(now(), name));
        turned.accept(true);
        frame.path("conversations").forEach(this::summary);
        String more = frame.path("resync").asBoolean() ? "" : Json.text(frame, "more");
        if (more != null) {
            Thread.startVirtualThread(
                    () -> Inbox.since(session, more).forEach(view -> mailbox.post(() -> summary(view))));
        }
    }

    private void summary(JsonNode view) {
        ObjectNode summary = view.deepCopy();
        frames.accept(summary.put("t", "summary"));
    }
}
