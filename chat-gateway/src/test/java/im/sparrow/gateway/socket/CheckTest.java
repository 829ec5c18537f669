package im.sparrow.gateway.socket;

import static im.sparrow.gateway.socket.Check.Due.ASK;
import static im.sparrow.gateway.socket.Check.Due.CLOSE_DEAD;
import static im.sparrow.gateway.socket.Check.Due.CLOSE_TOKEN;
import static im.sparrow.gateway.socket.Check.Due.CLOSE_UNGREETED;
import static im.sparrow.gateway.socket.Check.Due.NOTHING;
import static im.sparrow.gateway.socket.Check.Due.PING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.platform.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {

    private static final long SECOND = 1_000;

    private final Check check = new Check(
            Duration.ofSeconds(5),
            Duration.ofSeconds(25),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5));

    private static State live(long tokenEnds, @Nullable Long askedUntil) {
        var person = new Caller.Person(Id.of(1), Id.of(1), 1, 1, Set.of(), null);
        return new State.Live(Caller.person(person, Set.of(), Instant.ofEpochSecond(tokenEnds)), askedUntil);
    }

    private static State greeting(boolean more) {
        return new State.Greeting(new ClientFrame.Hello(null, "d", null, Map.of(), more, null), Map.of(), more);
    }

    static Stream<Arguments> table() {
        State opened = new State.Opened();
        State draining = new State.Draining();
        // what is said, state, now, heard, pinged, what is due; times in seconds
        return Stream.of(
                arguments("a new one may wait with its hello", opened, 5, 0, 0, NOTHING),
                arguments("but not for ever", opened, 6, 0, 0, CLOSE_UNGREETED),
                arguments("the rest of the heads has as long", greeting(true), 12, 7, 0, NOTHING),
                arguments("and no longer", greeting(true), 13, 7, 0, CLOSE_UNGREETED),
                arguments("the welcome may take its time", greeting(false), 20, 0, 0, NOTHING),
                arguments("a quiet one is pinged", live(900, null), 25, 0, 0, PING),
                arguments("a busy one too: a ping is how the other side knows", live(900, null), 25, 25, 0, PING),
                arguments("not twice", live(900, null), 49, 25, 25, NOTHING),
                arguments("dead is who does not answer", live(900, null), 61, 0, 50, CLOSE_DEAD),
                arguments("whatever state he is in", draining, 61, 0, 50, CLOSE_DEAD),
                arguments("a leaving one is pinged", draining, 25, 0, 0, PING),
                arguments("a token is asked for a minute before", live(100, null), 40, 40, 40, ASK),
                arguments("not before that", live(100, null), 39, 39, 39, NOTHING),
                arguments("not twice", live(100, 100 * SECOND), 41, 41, 41, NOTHING),
                arguments("an asked one is still pinged", live(100, 100 * SECOND), 80, 80, 55, PING),
                arguments("the verifier's leeway is his as well", live(100, 100 * SECOND), 105, 105, 105, NOTHING),
                arguments("then it is over", live(100, 100 * SECOND), 106, 106, 106, CLOSE_TOKEN),
                arguments(
                        "a token that is no longer true ends sooner", live(900, 30 * SECOND), 36, 36, 36, CLOSE_TOKEN),
                arguments("over is over", new State.Closed(CloseCode.TOKEN), 36, 0, 0, NOTHING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void what_is_due(String said, State state, long now, long heard, long pinged, Check.Due due) {
        assertThat(check.due(state, now * SECOND, heard * SECOND, pinged * SECOND))
                .isEqualTo(due);
    }
}
