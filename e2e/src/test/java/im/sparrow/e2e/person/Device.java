package im.sparrow.e2e.person;

import im.sparrow.contracts.message.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A device on its socket. Keeps every frame that came, in order, and whatever was not as it is described. */
public final class Device implements AutoCloseable {

    private static final long PATIENCE = 30;

    private final String name;
    private final Line line;
    private final List<String> transcript = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();

    private record Waiting(Predicate<Frame> what, CompletableFuture<Frame> came) {}

    private Device(URI uri, String name) {
        this.name = name;
        this.line = new Line(uri, this::hears);
    }

    static Device opens(URI uri, String name) {
        return new Device(uri, name);
    }

    Device isWelcomed() {
        awaits("a welcome", Frame.named("welcome"));
        return this;
    }

    private synchronized void hears(String text) {
        var frame = Frame.read(text);
        transcript.add("<- " + text);
        surprises.addAll(Described.objections(frame));
        frames.add(frame);
        waiting.removeIf(one -> one.what.test(frame) && one.came.complete(frame));
    }

    /** Sends a frame of this name and these fields. */
    public Device says(String t, Map<String, ?> fields) {
        var frame = new HashMap<String, Object>(fields);
        frame.put("t", t);
        var text = Door.JSON.valueToTree(frame).toString();
        synchronized (this) {
            transcript.add("-> " + text.replaceAll("\"token\":\"[^\"]+\"", "\"token\":\"…\""));
        }
        line.sends(text);
        return this;
    }

    /**
     * Sends a text and comes back with the message or the nack that answers it. A room that the gateway has only just
     * learnt of says {@code head} first: then the message, and with it the answer, is pulled as any client does.
     */
    public Frame sends(Text what, Chat chat, UUID clientMsgId) {
        var id = clientMsgId.toString();
        var answers = Frame.with("clientMsgId", id);
        int from = frames().size();
        says("send", Map.of("conversationId", chat.id(), "clientMsgId", id, "type", what.type(), "body", what));
        var heads = Frame.named("head").and(Frame.with("conversationId", chat.id()));
        var first = within("an outcome of " + id, expects(answers.or(heads), from));
        if (answers.test(first)) {
            return first;
        }
        return pulls(chat, "afterSeq", 0, 200).list("items").stream()
                .map(Frame::new)
                .filter(answers)
                .findFirst()
                .orElseGet(() -> within("an outcome of " + id, expects(answers, from)));
    }

    /** Pulls a page. */
    public Frame pulls(Chat chat, String position, long value, int limit) {
        var ref = UUID.randomUUID().toString();
        says("pull", Map.of("conversationId", chat.id(), position, value, "limit", limit, "ref", ref));
        return awaits("an answer to a pull", Frame.with("ref", ref).or(Frame.with("re", ref)));
    }

    /** Every frame so far. */
    public synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** The texts of the messages pushed so far, in the order in which they came. */
    public List<String> heard() {
        return frames().stream()
                .filter(Frame.named("message"))
                .map(Frame::said)
                .filter(said -> !said.isEmpty())
                .toList();
    }

    /** What was sent and what came, a line each; tokens left out. */
    public synchronized List<String> transcript() {
        return List.copyOf(transcript);
    }

    /** The first such frame, from the beginning on. */
    public Frame awaits(String what, Predicate<Frame> meant) {
        return within(what, expects(meant, 0));
    }

    private synchronized CompletableFuture<Frame> expects(Predicate<Frame> meant, int from) {
        var came = new CompletableFuture<Frame>();
        frames.stream().skip(from).filter(meant).findFirst().ifPresentOrElse(came::complete, () -> {
            waiting.add(new Waiting(meant, came));
        });
        return came;
    }

    private Frame within(String what, CompletableFuture<Frame> came) {
        try {
            return came.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(name + " waited in vain for " + what + ":\n" + String.join("\n", transcript()), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Goes away without a word, as a phone in a tunnel does. Fails when a frame was not as it is described. */
    @Override
    public void close() {
        line.drops();
        synchronized (this) {
            if (!surprises.isEmpty()) {
                throw new AssertionError("docs/asyncapi.yaml says otherwise:\n" + String.join("\n", surprises));
            }
        }
    }
}
