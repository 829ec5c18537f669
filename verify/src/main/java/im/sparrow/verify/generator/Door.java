package im.sparrow.verify.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.contracts.Problem;
import im.sparrow.verify.client.Answer;
import im.sparrow.verify.client.Json;
import im.sparrow.verify.client.Rest;
import im.sparrow.verify.client.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way to what is in a conversation, or to do something there; each is tried by those who are not in it.
 *
 * <p>What answers must not differ between a conversation that is not yours and one that does not exist.
 */
sealed interface Door {

    /** Every door that a conversation has, over REST and over the socket; those that are not built yet are refused alike. */
    List<Door> ALL = List.of(
            new Http("GET", "/conversations/{c}", Door::nothing),
            new Http("GET", "/conversations/{c}/messages?limit=50", Door::nothing),
            new Http("GET", "/conversations/{c}/messages?after=0&limit=200", Door::nothing),
            new Http("GET", "/conversations/{c}/messages?around=2&limit=10", Door::nothing),
            new Http("GET", "/conversations/{c}/changes?after=0", Door::nothing),
            new Http("GET", "/conversations/{c}/receipts", Door::nothing),
            new Http("PATCH", "/conversations/{c}", () -> Json.object().put("pinned", true)),
            new Http("PUT", "/conversations/{c}/2/hidden", Json::object),
            new Http("POST", "/conversations/{c}/messages", () -> said(Json.object())),
            new Http("POST", "/conversations/{c}/messages/2/recall", Json::object),
            new Http("PUT", "/conversations/{c}/cursor", () -> Json.object().put("readSeq", 2)),
            new Http("GET", "/groups/{g}", Door::nothing),
            new Http("GET", "/groups/{g}/members", Door::nothing),
            new Http("DELETE", "/groups/{g}/members/{me}", Door::nothing),
            new Frame("send", frame -> said(frame)),
            new Frame("pull", frame -> frame.put("afterSeq", 0).put("limit", 50)),
            new Frame("pull", frame -> frame.put("beforeSeq", 100).put("limit", 50)),
            new Frame("pull", frame -> frame.put("afterChangeSeq", 0).put("limit", 50)),
            new Frame("recall", frame -> frame.put("seq", 2)),
            new Frame("cursor", frame -> frame.put("readSeq", 2).put("deliveredSeq", 2)),
            new Frame("typing", frame -> frame));

    /** Its name in the history. */
    String name();

    /** What is answered; empty when nobody answered at all. */
    Optional<String> answer(Stranger stranger, String conversation, String group);

    private static @Nullable JsonNode nothing() {
        return null;
    }

    private static ObjectNode said(ObjectNode message) {
        message.put("type", "text").putObject("body").put("text", "a stranger's word");
        return message;
    }

    /**
     * A request.
     *
     * @param method HTTP's
     * @param path with {@code {c}} for the conversation {@code {g}} for the group and {@code {me}} for him
     * @param body what goes with it
     */
    record Http(String method, String path, Supplier<? extends @Nullable JsonNode> body) implements Door {

        @Override
        public String name() {
            return method + " " + path;
        }

        @Override
        public Optional<String> answer(Stranger stranger, String conversation, String group) {
            String at = path.replace("{c}", conversation).replace("{g}", group).replace("{me}", stranger.userId());
            Rest rest = stranger.session().rest();
            Answer answer = rest.once(method, at, stranger.session().token(), body.get());
            String detail = answer.ok() ? answer.body().toString() : answer.code() + " " + detail(answer.body());
            return Optional.of(answer.status() + " " + detail);
        }
    }

    /**
     * A frame.
     *
     * @param kind its {@code t}
     * @param fill adds its fields
     */
    record Frame(String kind, Fill fill) implements Door {

        private static final Duration ANSWER = Duration.ofSeconds(10);
        private static final Duration SILENCE = Duration.ofMillis(700);
        private static final Duration AWAY = Duration.ofSeconds(60);
        private static final Duration PAUSE = Duration.ofMillis(500);

        /** Codes of a suite that cannot answer now, or not to this token: they say nothing of the conversation. */
        private static final Set<String> NOTHING_SAID =
                Set.of(Problem.UNAVAILABLE.code(), Problem.TOKEN_EXPIRED.code(), Problem.TOKEN_STALE.code());

        /** Adds fields to a frame. */
        @FunctionalInterface
        interface Fill {
            ObjectNode of(ObjectNode frame);
        }

        @Override
        public String name() {
            return kind + " " + fill.of(Json.object()).toString().replace("a stranger's word", "");
        }

        @Override
        public Optional<String> answer(Stranger stranger, String conversation, String group) {
            boolean silent = kind.equals("cursor") || kind.equals("typing");
            Optional<JsonNode> answer = ask(stranger, conversation, silent ? SILENCE : ANSWER);
            return silent && answer.isEmpty()
                    ? Optional.of("silence")
                    : answer.map(came -> came.path("t").asText() + " "
                            + (came.has("code") ? came.path("code").asText() + " " + detail(came) : came.toString()));
        }

        private Optional<JsonNode> ask(Stranger stranger, String conversation, Duration within) {
            long end = System.nanoTime() + AWAY.toNanos();
            while (true) {
                Visitor visitor = stranger.visitor();
                if (visitor == null) {
                    return Optional.empty();
                }
                ObjectNode frame = fill.of(Json.object().put("t", kind).put("conversationId", conversation));
                Optional<JsonNode> answer = visitor.ask(frame, within);
                String code = answer.map(came -> came.path("code").asText()).orElse("");
                if (!saysNothing(code) || System.nanoTime() > end) {
                    return answer;
                }
                if (!code.equals(Problem.UNAVAILABLE.code())) {
                    visitor.close(); // he comes again, with a token of today
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }

        /** Whether an answer with this code must be asked for again before it is compared. */
        static boolean saysNothing(String code) {
            return NOTHING_SAID.contains(code);
        }
    }

    private static String detail(JsonNode problem) {
        return problem.path("detail").asText("");
    }
}
