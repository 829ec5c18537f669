package im.sparrow.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.local.part.PartEvent.Answered;
import im.sparrow.local.part.PartEvent.Died;
import im.sparrow.local.part.PartEvent.Due;
import im.sparrow.local.part.PartEvent.StartAsked;
import im.sparrow.local.part.PartEvent.StopAsked;
import im.sparrow.local.part.PartState.Failed;
import im.sparrow.local.part.PartState.Ready;
import im.sparrow.local.part.PartState.Restarting;
import im.sparrow.local.part.PartState.Starting;
import im.sparrow.local.part.PartState.Stopped;
import im.sparrow.local.part.PartState.Stopping;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartStateTest {
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final PartEvent DIED = new Died("exit code 1");

    private static Starting starting(int attempt, boolean proven) {
        return new Starting(attempt, proven, T);
    }

    private static Restarting again(int attempt, boolean proven, int pause, int now) {
        return new Restarting(attempt, proven, "exit code 1", T.plusSeconds(now + pause));
    }

    static Stream<Arguments> moves() {
        var failed = new Failed("exit code 1");
        var waiting = again(2, true, 1, 0);
        return Stream.of(
                // state, event, second after T, next state
                move(new Stopped(), new StartAsked(), 0, starting(1, false)),
                move(new Stopped(), DIED, 0, new Stopped()),
                move(new Stopped(), new Due(), 0, new Stopped()),
                move(new Stopped(), new StopAsked(), 0, new Stopped()),
                move(starting(1, false), new Answered(), 3, new Ready(1, T.plusSeconds(3))),
                move(starting(1, false), new StartAsked(), 3, starting(1, false)),
                move(starting(1, false), new StopAsked(), 0, new Stopping()),
                move(starting(1, false), DIED, 0, again(2, false, 1, 0)),
                move(starting(2, false), DIED, 0, again(3, false, 2, 0)),
                move(starting(3, false), DIED, 0, failed),
                move(starting(3, true), DIED, 0, again(4, true, 4, 0)),
                move(starting(5, true), DIED, 0, again(6, true, 15, 0)),
                move(starting(90, true), DIED, 0, again(91, true, 15, 0)),
                // it died just after it had answered, and then after a steady time
                move(new Ready(2, T), DIED, 4, again(3, true, 2, 4)),
                move(new Ready(2, T), DIED, 5, again(1, true, 0, 5)),
                move(new Ready(2, T), new StopAsked(), 5, new Stopping()),
                move(new Ready(2, T), new StartAsked(), 5, new Ready(2, T)),
                move(waiting, new Due(), 1, new Starting(2, true, T.plusSeconds(1))),
                move(waiting, new StopAsked(), 1, new Stopped()),
                move(waiting, DIED, 1, waiting),
                move(new Stopping(), DIED, 1, new Stopped()),
                move(new Stopping(), new Answered(), 1, new Stopping()),
                move(failed, new StartAsked(), 0, starting(1, false)),
                move(failed, new StopAsked(), 0, new Stopped()),
                move(failed, new Due(), 0, failed));
    }

    private static Arguments move(PartState state, PartEvent event, int second, PartState next) {
        return Arguments.of(state, event, second, next);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void an_event_makes_of_a_state(PartState state, PartEvent event, int second, PartState next) {
        assertThat(state.on(event, T.plusSeconds(second))).isEqualTo(next);
    }
}
