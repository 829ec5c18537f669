package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One device of one user: an outbox, a screen and a connection that comes back by itself. Its verbs return at once. */
public final class Device implements AutoCloseable {

    private static final long TICK_MS = 100;
    private static final long RECALLABLE_MS = 60_000;

    private final DeviceName name;
    private final Surroundings around;
    private final Mailbox mailbox;
    private final Connection connection;
    private final Outbox outbox;
    private final Recalls recalls;
    private final Screen screen;
    private final Marks marks;
    private final Map<String, Said> lastSaid = new HashMap<>();
    private volatile int pending;

    /** A message of ours that may be taken back. */
    private record Said(long seq, long at) {}

    /** A device of the log-in's user. */
    public Device(DeviceName name, Session session, Surroundings around) {
        this.name = name;
        this.around = around;
        this.mailbox = new Mailbox("device " + name, TICK_MS, this::tick);
        this.connection = new Connection(name, session, around, mailbox, this::heads, this::frame, this::turned);
        this.outbox = new Outbox(name, around, connection);
        this.recalls = new Recalls(name, around, connection);
        this.screen = new Screen(name, around, connection);
        this.marks = new Marks(name, around, connection);
    }

    /** What the device of a number calls itself, in hello and in its log-in. */
    public static String deviceId(int number) {
        return Connection.deviceId(number);
    }

    /** Connects, and stays so. */
    public void start() {
        mailbox.start();
    }

    /** Who it is. */
    public DeviceName name() {
        return name;
    }

    /** Says a text; {@code marking} also says that everything shown is read. */
    public void say(String conversation, String text, boolean marking) {
        mailbox.post(() -> {
            long seen = screen.of(conversation).seq();
            if (marking && seen > 0) {
                marks.note(conversation, seen);
            }
            outbox.say(conversation, text, marking && seen > 0 ? seen : null);
        });
    }

    /** Takes the newest message of its own in a conversation back, if there is one that is not too old. */
    public void recall(String conversation) {
        mailbox.post(() -> {
            Said said = lastSaid.remove(conversation);
            if (said != null && connection.now() - said.at < RECALLABLE_MS) {
                recalls.want(conversation, said.seq);
            }
        });
    }

    /** Says that everything shown is read. */
    public void read(String conversation) {
        mailbox.post(() -> marks.say(conversation, screen.of(conversation).seq()));
    }

    /** Pulls the cable; the device comes back by itself. */
    public void drop() {
        mailbox.post(connection::drop);
    }

    /** Stops reading for a while. */
    public void stall(long millis) {
        mailbox.post(() -> connection.stall(millis));
    }

    /** How much has no outcome yet. */
    public int pending() {
        return pending;
    }

    /** Says its marks again, so that the last ones cannot be lost with a gateway. */
    public void repeatMarks() {
        mailbox.post(marks::repeat);
    }

    /** What it holds: by conversation, [seq, changeSeq]. */
    public Map<String, long[]> holds() {
        return ask(() -> {
            var holds = new HashMap<String, long[]>();
            screen.all()
                    .forEach(
                            (conversation, line) -> holds.put(conversation, new long[] {line.seq(), line.changeSeq()}));
            return holds;
        });
    }

    /** What it has said to have read, by conversation. */
    public Map<String, Long> marks() {
        return ask(marks::all);
    }

    private <T> T ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        mailbox.post(() -> answer.complete(question.get()));
        return answer.join();
    }

    private void tick() {
        connection.tick();
        outbox.tick();
        recalls.tick();
        screen.tick();
        pending = outbox.size() + recalls.size();
    }

    private ObjectNode heads() {
        ObjectNode heads = Json.object();
        screen.all()
                .forEach((conversation, line) ->
                        heads.putArray(conversation).add(line.seq()).add(line.changeSeq()));
        return heads;
    }

    /** The connection came about or ended. */
    private void turned(boolean live) {
        if (live) {
            outbox.reconnected();
            recalls.reconnected();
            marks.repeat();
        } else {
            screen.disconnected();
        }
    }

    private void frame(JsonNode frame) {
        switch (frame.path("t").asText()) {
            case "message" -> message(Items.of(frame));
            case "change" -> change(frame);
            case "page" -> page(frame);
            case "head" ->
                told(frame, frame.path("seq").asLong(), frame.path("changeSeq").asLong());
            case "nack" -> nack(frame);
            case "error" -> screen.refused(Json.text(frame, "re"));
            case "summary" -> {
                JsonNode head = frame.path("head");
                screen.told(
                        Json.need(frame, "id"),
                        head.path(0).asLong(),
                        head.path(1).asLong());
            }
            default -> {}
        }
        pending = outbox.size() + recalls.size();
    }

    private void told(JsonNode frame, long seq, long changeSeq) {
        screen.told(Json.need(frame, "conversationId"), seq, changeSeq);
    }

    private void message(Item item) {
        heard(item);
        screen.message(item);
    }

    private void page(JsonNode page) {
        Items.all(page.path("items")).forEach(this::heard);
        screen.page(page);
    }

    private void heard(Item item) {
        outbox.heard(item);
        if (name.user().equals(item.sender()) && !item.recalled()) {
            lastSaid.put(item.conversation(), new Said(item.seq(), connection.now()));
        }
    }

    private void change(JsonNode frame) {
        @Nullable String clientOpId = Json.text(frame, "clientOpId");
        screen.change(Items.of(frame.path("message")));
        recalls.changed(clientOpId);
    }

    private void nack(JsonNode frame) {
        String send = Json.text(frame, "clientMsgId");
        String op = Json.text(frame, "clientOpId");
        if (send != null) {
            outbox.refused(send, frame);
        } else if (op != null) {
            recalls.refused(
                    op, frame.path("code").asText(), frame.path("retryable").asBoolean());
        }
        if (frame.path("code").asText().startsWith("token_")) {
            connection.stale();
        }
    }

    @Override
    public void close() {
        mailbox.post(connection::drop);
        mailbox.close();
    }
}
