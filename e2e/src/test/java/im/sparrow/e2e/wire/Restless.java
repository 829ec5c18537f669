package im.sparrow.e2e.wire;

import im.sparrow.e2e.wire.RawSocket.Heard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody who talks all the time and comes back when sent away: what has no answer is said again, in order, under the
 * same ids, as the protocol wants it.
 */
public final class Restless implements Callable<Restless.Report> {

    private static final long SIP_MS = 10;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final int port;
    private final String token;
    private final String chat;
    private final long pauseNanos;
    private final AtomicBoolean stop;

    private final Map<String, String> unanswered = new LinkedHashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final List<String> refused = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Long> awayMillis = new ArrayList<>();
    private int byes;
    private int repeated;

    /**
     * What became of it.
     *
     * @param answered texts that were acknowledged
     * @param unanswered texts that never were
     * @param refused final refusals, and refusals of what is never refused
     * @param ends codes with which sockets were closed
     * @param byes how often it was told to go
     * @param repeated sends that were said again
     * @param awayMillis from each end to the next welcome
     */
    public record Report(
            int answered,
            int unanswered,
            List<String> refused,
            List<Integer> ends,
            int byes,
            int repeated,
            List<Long> awayMillis) {}

    /** Talks in this conversation until told to stop; then it only waits for answers. */
    public Restless(int port, String token, String chat, long pauseMillis, AtomicBoolean stop) {
        this.port = port;
        this.token = token;
        this.chat = chat;
        this.pauseNanos = pauseMillis * 1_000_000;
        this.stop = stop;
    }

    @Override
    public Report call() throws InterruptedException {
        long left = System.nanoTime();
        long deadline = Long.MAX_VALUE;
        while ((!stop.get() || !unanswered.isEmpty()) && System.nanoTime() < deadline) {
            try (var socket = new RawSocket(port)) {
                socket.say("{\"t\":\"hello\",\"deviceId\":\"restless\",\"token\":\"" + token + "\"}");
                if (welcomed(socket)) {
                    awayMillis.add((System.nanoTime() - left) / 1_000_000);
                    talk(socket);
                }
            } catch (IOException nobodyThere) {
                Pace.pause(SIP_MS);
            }
            left = ends.isEmpty() ? left : System.nanoTime();
            deadline = stop.get() && deadline == Long.MAX_VALUE ? System.nanoTime() + PATIENCE_NANOS : deadline;
        }
        return new Report(answered.size(), unanswered.size(), refused, ends, byes, repeated, awayMillis);
    }

    private boolean welcomed(RawSocket socket) throws IOException, InterruptedException {
        for (var heard = socket.next(5_000); heard.isPresent(); heard = socket.next(5_000)) {
            if (heard.get().closed() != 0) {
                return false;
            }
            if (heard.get().t().equals("welcome")) {
                for (var frame : unanswered.values()) {
                    repeated++;
                    socket.say(frame);
                }
                return true;
            }
            note(heard.get());
        }
        return false;
    }

    private void talk(RawSocket socket) throws IOException, InterruptedException {
        long next = System.nanoTime();
        boolean told = false;
        while (!stop.get() || !unanswered.isEmpty()) {
            if (!stop.get() && !told && System.nanoTime() >= next) {
                next = System.nanoTime() + pauseNanos;
                say(socket);
            }
            Optional<Heard> heard = socket.next(SIP_MS);
            if (heard.isPresent() && heard.get().closed() != 0) {
                ends.add(heard.get().closed());
                return;
            }
            if (heard.isPresent() && heard.get().t().equals("bye")) {
                byes++;
                told = true;
            }
            heard.ifPresent(this::note);
        }
    }

    private void say(RawSocket socket) throws IOException {
        var id = UUID.randomUUID().toString();
        var frame = "{\"t\":\"send\",\"conversationId\":\"" + chat + "\",\"clientMsgId\":\"" + id
                + "\",\"type\":\"text\",\"body\":{\"text\":\"" + id + "\"}}";
        unanswered.put(id, frame);
        socket.say(frame);
    }

    private void note(Heard heard) {
        var id = heard.text("clientMsgId");
        switch (heard.t()) {
            case "message" -> {
                if (unanswered.remove(id) != null) {
                    answered.add(id);
                }
            }
            case "nack" -> {
                // Not now: it is said again by whoever comes back.
                if (!heard.text("retryable").equals("true")) {
                    unanswered.remove(id);
                    refused.add(heard.text("code"));
                }
            }
            case "error" -> refused.add(heard.text("code"));
            default -> {
                // Others' words, heads, hints.
            }
        }
    }
}
