package im.sparrow.e2e.corpus;

import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.wire.Pace;
import im.sparrow.e2e.wire.RawSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two people who behave, and talk all the time; each message is timed from its send to the other's screen. */
public final class Pair implements AutoCloseable {

    private static final long PATIENCE_MS = 10_000;
    private static final long PAUSE_MS = 60;
    private static final int FIRST_WORDS = 20;
    private static final long FIRST_PATIENCE_MS = 2_000;

    private final String chat;
    private final List<RawSocket> sockets = new ArrayList<>();

    /** Two new friends, each with a socket. */
    public Pair(RunningSuite suite) throws IOException, InterruptedException {
        var yin = suite.register("corpus-yin");
        var yang = suite.register("corpus-yang");
        chat = yin.befriends(yang).id();
        for (var one : List.of(yin, yang)) {
            var socket = new RawSocket(suite.port("gateway"));
            sockets.add(socket);
            socket.say("{\"t\":\"hello\",\"deviceId\":\"corpus\",\"token\":\"" + one.token() + "\"}");
            await(socket, "welcome", "t");
        }
        firstWords();
        talks(20, new AtomicBoolean());
    }

    /**
     * Until one is shown at once. Who is welcomed in the moment in which his gateway hears of a new conversation may be
     * told of its first messages by a head instead, and pull them; these two do not.
     */
    private void firstWords() throws IOException, InterruptedException {
        for (int i = 0; i < FIRST_WORDS; i++) {
            var id = say(sockets.getFirst());
            await(sockets.getFirst(), id, "clientMsgId");
            var heard = sockets.getLast().next(FIRST_PATIENCE_MS);
            while (heard.isPresent() && !heard.get().text("clientMsgId").equals(id)) {
                heard = sockets.getLast().next(FIRST_PATIENCE_MS);
            }
            if (heard.isPresent()) {
                return;
            }
            System.out.printf("e2e: first word %d of two who talk was not shown at once%n", i + 1);
        }
        throw new AssertionError("none of " + FIRST_WORDS + " first words was shown");
    }

    private String say(RawSocket from) throws IOException {
        var id = UUID.randomUUID().toString();
        from.say("{\"t\":\"send\",\"conversationId\":\"" + chat + "\",\"clientMsgId\":\"" + id
                + "\",\"type\":\"text\",\"body\":{\"text\":\"and so on\"}}");
        return id;
    }

    /** Talks until told to stop, but at least so often; how long each message took, milliseconds. */
    public List<Double> talks(int atLeast, AtomicBoolean stop) throws IOException, InterruptedException {
        var took = new ArrayList<Double>();
        for (int i = 0; i < atLeast || (!stop.get() && atLeast == 0); i++) {
            var from = sockets.get(i % 2);
            var to = sockets.get((i + 1) % 2);
            long begin = System.nanoTime();
            var id = say(from);
            await(to, id, "clientMsgId");
            took.add((System.nanoTime() - begin) / 1e6);
            await(from, id, "clientMsgId");
            Pace.pause(PAUSE_MS);
        }
        return took;
    }

    private static void await(RawSocket socket, String value, String field) throws InterruptedException {
        while (true) {
            var heard = socket.next(PATIENCE_MS).orElseThrow(() -> new AssertionError("nothing came: " + value));
            if (heard.closed() != 0 || heard.t().equals("nack") || heard.t().equals("error")) {
                throw new AssertionError("who behaves was refused: " + heard);
            }
            if (heard.text(field).equals(value)) {
                return;
            }
        }
    }

    /** The 99th of a hundred. */
    public static double p99(List<Double> took) {
        var sorted = new ArrayList<>(took);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * 0.99) - 1));
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
