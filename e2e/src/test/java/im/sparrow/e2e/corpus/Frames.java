package im.sparrow.e2e.corpus;

import im.sparrow.e2e.wire.Pace;
import im.sparrow.e2e.wire.RawSocket;
import im.sparrow.e2e.wire.RawSocket.Heard;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Rows {@code who | when | frames | answer}; the table's head explains them. Each row has a socket of its own. */
final class Frames {

    private static final long PATIENCE_MS = 6_000;
    private static final Set<String> REFUSALS = Set.of("error", "nack");

    private final Cast cast;

    Frames(Cast cast) {
        this.cast = cast;
    }

    /** Says the frames; the answer in the words of the table. */
    String ask(Row row) throws IOException, InterruptedException {
        try (var socket = new RawSocket(cast.port("gateway"))) {
            var when = row.cell(1);
            if (when.equals("live")) {
                socket.say(hello(row.cell(0)));
                if (!until(socket, "welcome")) {
                    return "no welcome";
                }
            }
            for (var one : row.cell(2).split(" ;; ", -1)) {
                say(socket, one);
            }
            return answer(socket, row.expected(), when.equals("live"));
        }
    }

    private String hello(String who) {
        return "{\"t\":\"hello\",\"deviceId\":\"corpus\",\"token\":\"" + cast.token(who) + "\"}";
    }

    private static boolean until(RawSocket socket, String t) throws InterruptedException {
        for (var heard = socket.next(PATIENCE_MS); heard.isPresent(); heard = socket.next(PATIENCE_MS)) {
            if (heard.get().t().equals(t) || heard.get().closed() != 0) {
                return heard.get().closed() == 0;
            }
        }
        return false;
    }

    private void say(RawSocket socket, String one) throws IOException, InterruptedException {
        var words = one.split(" ", 3);
        switch (words[0]) {
            case "bin" -> socket.say(RawSocket.frame(RawSocket.BINARY, true, bytes(one.substring(4))));
            case "bytes" -> socket.say(bytes(one.substring(6)));
            case "frag" -> socket.say(RawSocket.fragments(bytes(words[2]), Integer.parseInt(words[1])));
            case "split" -> {
                var frame = RawSocket.frame(RawSocket.TEXT, true, bytes(words[2]));
                int size = frame.length / Integer.parseInt(words[1]) + 1;
                for (int from = 0; from < frame.length; from += size) {
                    socket.say(Arrays.copyOfRange(frame, from, Math.min(frame.length, from + size)));
                    Pace.pause(1);
                }
            }
            default -> socket.say(RawSocket.frame(RawSocket.TEXT, true, bytes(one)));
        }
    }

    private byte[] bytes(String template) {
        return cast.words().bytes(template);
    }

    private String answer(RawSocket socket, String expected, boolean live) throws IOException, InterruptedException {
        if (expected.equals("quiet")) {
            return sentinel(socket).orElse("quiet");
        }
        var refusal = refusal(socket);
        if (refusal.isEmpty()) {
            return "silence";
        }
        var first = refusal.get();
        if (first.closed() != 0) {
            return "close " + first.closed();
        }
        if (expected.startsWith("close")) {
            var then = refusal(socket);
            var end = then.map(heard -> heard.closed() == 0 ? words(heard) : "close " + heard.closed());
            return end.orElse("open still, after") + " " + first.text("code");
        }
        return live ? sentinel(socket).orElse(words(first)) : words(first);
    }

    private static Optional<Heard> refusal(RawSocket socket) throws InterruptedException {
        for (var heard = socket.next(PATIENCE_MS); heard.isPresent(); heard = socket.next(PATIENCE_MS)) {
            var t = heard.get().t();
            boolean outcome = t.equals("page") || t.equals("welcome") || t.equals("message") || t.equals("change");
            if (heard.get().closed() != 0 || REFUSALS.contains(t) || outcome) {
                return heard;
            }
        }
        return Optional.empty();
    }

    // Whoever was refused is still served: else what came instead.
    private Optional<String> sentinel(RawSocket socket) throws IOException, InterruptedException {
        socket.say("{\"t\":\"pull\",\"conversationId\":\"" + cast.words().text("$(chat)")
                + "\",\"afterSeq\":0,\"limit\":1,\"ref\":\"sentinel\"}");
        for (var heard = refusal(socket); heard.isPresent(); heard = refusal(socket)) {
            var one = heard.get();
            if (one.text("ref").equals("sentinel") || one.text("re").equals("sentinel")) {
                return Optional.empty();
            }
            if (!one.t().equals("page")) {
                return Optional.of("then " + (one.closed() == 0 ? words(one) : "close " + one.closed()));
            }
        }
        return Optional.of("then silence");
    }

    private static String words(Heard heard) {
        return (heard.t() + " " + heard.text("code") + " " + heard.text("pointer")).strip();
    }

    /** Whether an answer is what the table says; a pointer or the code before a close may be left out there. */
    static boolean is(String answer, String expected) {
        return answer.equals(expected) || answer.startsWith(expected + " ");
    }
}
