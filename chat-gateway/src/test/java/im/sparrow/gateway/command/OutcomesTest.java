package im.sparrow.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Text;
import im.sparrow.gateway.room.LogEvent;
import im.sparrow.platform.core.Refused;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final Id ALICE = Id.of(1);

    private final Outcomes outcomes = outcomes("120s");

    private static Outcomes outcomes(String memory) {
        return new Outcomes(new SmallRyeConfigBuilder()
                .withMapping(CommandConfig.class)
                .withConverter(Duration.class, 1_000, new DurationConverter())
                .withDefaultValue("sparrow.commands.memory", memory)
                .build()
                .getConfigMapping(CommandConfig.class));
    }

    private static Command send(UUID id, String text, @Nullable UUID after) {
        return new Command.Send(Id.of(7), id, new Text(text), null, null, after, after == null ? null : 3L);
    }

    private static LogEvent said(long actor, long to, UUID id) {
        return new LogEvent(LogEvent.Kind.MESSAGE, 7, 1, 0, actor, to, null, id.toString(), 0, new byte[0]);
    }

    private void refuses(Problem problem, Command command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> outcomes.await(ALICE, command))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void only_the_first_call_sends_and_all_hear_the_outcome() {
        var id = UUID.randomUUID();
        var first = outcomes.await(ALICE, send(id, "hi", null));
        var second = outcomes.await(ALICE, send(id, "hi", UUID.randomUUID()));
        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();

        outcomes.heard(said(1, 0, id));
        assertThat(first.outcome()).isCompleted();
        assertThat(second.outcome()).isCompleted();
    }

    @Test
    void an_answer_to_the_sender_alone_counts_as_well() {
        var id = UUID.randomUUID();
        var wait = outcomes.await(ALICE, send(id, "hi", null));

        outcomes.heard(said(2, 0, id));
        assertThat(wait.outcome()).isNotDone();
        outcomes.heard(said(2, 1, id));
        assertThat(wait.outcome()).isCompleted();
    }

    @Test
    void another_command_under_an_id_that_waits_is_refused() {
        var id = UUID.randomUUID();
        outcomes.await(ALICE, send(id, "hi", null));

        refuses(Problem.IN_PROGRESS, send(id, "ho", null));
        refuses(Problem.IN_PROGRESS, new Command.Recall(Id.of(7), id, 1));
        assertThat(outcomes.await(Id.of(2), send(id, "ho", null)).first()).isTrue();
    }

    @Test
    void a_user_waits_for_64_at_most() {
        var last = UUID.randomUUID();
        for (int i = 0; i < 63; i++) {
            outcomes.await(ALICE, send(UUID.randomUUID(), "hi", null));
        }
        outcomes.await(ALICE, send(last, "hi", null));

        refuses(Problem.BUSY, send(UUID.randomUUID(), "hi", null));
        assertThat(outcomes.await(ALICE, send(last, "hi", null)).first()).isFalse();
        outcomes.heard(said(1, 0, last));
        assertThat(outcomes.await(ALICE, send(UUID.randomUUID(), "hi", null)).first())
                .isTrue();
    }

    @Test
    void what_was_not_sent_is_told_and_can_be_sent_again() {
        var id = UUID.randomUUID();
        var command = send(id, "hi", null);
        var wait = outcomes.await(ALICE, command);
        outcomes.failed(ALICE, command, new Refused(Problem.UNAVAILABLE, "away"));

        assertThat(wait.outcome()).isCompletedExceptionally();
        assertThat(outcomes.await(ALICE, command).first()).isTrue();
    }

    @Test
    void an_id_is_forgotten_after_its_time() {
        var brief = outcomes("0s");
        var command = send(UUID.randomUUID(), "hi", null);
        brief.await(ALICE, command);
        brief.forget();

        assertThat(brief.await(ALICE, command).first()).isTrue();
    }
}
