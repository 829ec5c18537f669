package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.person.Chat;
import im.sparrow.e2e.person.Person;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import im.sparrow.e2e.wire.Pace;
import im.sparrow.e2e.wire.Restless;
import im.sparrow.local.layout.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway that is told to stop under load: its people go elsewhere, and nothing they said fails. */
@ExtendWith(WholeSuite.class)
@Order(9)
class DrainTest {

    private static final int PAIRS = 6;
    private static final long PAUSE_MS = 100;
    private static final long TALK_MS = 3_000;

    private record Talk(Person one, Chat chat, List<Future<Restless.Report>> reports) {}

    @Test
    void no_send_fails_when_one_of_two_gateways_is_told_to_stop(RunningSuite suite) throws Exception {
        var stop = new AtomicBoolean();
        var talks = new ArrayList<Talk>();
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PAIRS; i++) {
                var one = suite.register("Drain");
                var other = suite.register("Drain");
                var chat = one.befriends(other);
                var reports = List.of(one, other).stream()
                        .map(person -> new Restless(suite.port("gateway"), person.token(), chat.id(), PAUSE_MS, stop))
                        .map(lanes::submit)
                        .toList();
                talks.add(new Talk(one, chat, reports));
            }
            Pace.pause(TALK_MS);
            suite.stop(Service.GATEWAY.title());
            Pace.pause(TALK_MS);
            stop.set(true);

            check(talks);
        }
    }

    private static void check(List<Talk> talks) throws Exception {
        var all = new ArrayList<Restless.Report>();
        for (var talk : talks) {
            int said = 0;
            for (var report : talk.reports) {
                all.add(report.get());
                said += report.get().answered();
            }
            var texts = talk.one.history(talk.chat).stream()
                    .map(item -> item.at("/body/text").asText())
                    .filter(text -> text.length() == 36)
                    .toList();
            assertThat(texts).as("each once").doesNotHaveDuplicates().hasSize(said);
        }
        tell(all);
        assertThat(all).allSatisfy(report -> {
            assertThat(report.refused()).isEmpty();
            assertThat(report.unanswered()).isZero();
            assertThat(report.ends()).as("ends").allMatch(code -> code == 1012);
            assertThat(report.byes()).as("told before").isEqualTo(report.ends().size());
        });
        assertThat(all).as("somebody was there").anyMatch(report -> report.byes() > 0);
    }

    private static void tell(List<Restless.Report> all) {
        System.out.printf(
                "e2e: SIGTERM of a gateway: sends=%d failed=%d repeated=%d moved=%d of %d, away at most %d ms%n",
                all.stream().mapToInt(Restless.Report::answered).sum(),
                all.stream()
                        .mapToInt(
                                report -> report.unanswered() + report.refused().size())
                        .sum(),
                all.stream().mapToInt(Restless.Report::repeated).sum(),
                all.stream().filter(report -> report.byes() > 0).count(),
                all.size(),
                all.stream()
                        .flatMap(report -> report.awayMillis().stream().skip(1))
                        .collect(Collectors.summarizingLong(Long::longValue))
                        .getMax());
    }
}
