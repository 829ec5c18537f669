package im.sparrow.message.writer;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.command.Entry;
import im.sparrow.message.log.Scene;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many statements a batch costs, each by its name: a constant, whatever the batch holds. */
@MessageTest
class StatementsTest {

    @Inject
    DataSource database;

    private @Nullable Recorded recording;
    private final List<Scene> scenes = new ArrayList<>();

    @BeforeEach
    void twenty_groups() throws Exception {
        recording = new Recorded(database);
        for (int i = 0; i < 20; i++) {
            var scene = Scene.empty(Talk.newId());
            scenes.add(scene);
            write(scene.making(Scene.ALICE, Scene.BOB));
        }
        recorded().take();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500})
    void sends_cost_six_however_many_they_are(int sends) throws Exception {
        var batch = new ArrayList<Entry>();
        for (int i = 0; i < sends; i++) {
            Scene scene = scenes.get(i % scenes.size());
            batch.add(scene.person(Scene.ALICE, scene.text("text " + i)));
        }

        write(batch);

        assertThat(recorded().take())
                .containsExactly("log.lock", "log.members", "log.insert", "log.step", "log.member-step", "commit");
    }

    @Test
    void uneven_sends_cost_no_more_than_a_joined_step() throws Exception {
        var batch = new ArrayList<Entry>();
        for (int i = 0; i < scenes.size(); i++) {
            for (int j = 0; j <= i; j++) {
                batch.add(scenes.get(i).person(Scene.ALICE, scenes.get(i).text("text")));
            }
        }

        write(batch);

        assertThat(recorded().take())
                .containsExactly("log.lock", "log.members", "log.insert", "log.step", "log.member-step", "commit");
    }

    @Test
    void shown_marks_cost_a_look_up_only_below_the_head() throws Exception {
        var atHead = new ArrayList<Entry>();
        var below = new ArrayList<Entry>();
        for (Scene scene : scenes) {
            atHead.add(scene.person(Scene.BOB, shown(scene, 1)));
            below.add(scene.person(Scene.ALICE, shown(scene, 2)));
            below.add(scene.person(Scene.ALICE, scene.text("more")));
        }

        write(atHead);
        assertThat(recorded().take()).doesNotContain("marks.numbers");
        write(below);
        recorded().take();
        var late = scenes.stream()
                .map(scene -> scene.person(Scene.BOB, shown(scene, 3)))
                .toList();
        write(late);

        assertThat(recorded().take())
                .containsExactly(
                        "log.lock",
                        "log.members",
                        "marks.numbers",
                        "log.insert",
                        "log.step",
                        "log.member-step",
                        "commit");
    }

    @Test
    void a_pipelined_batch_costs_one_look_up() throws Exception {
        var first = scenes.stream().map(scene -> scene.text("first")).toList();
        var second = new ArrayList<Entry>();
        write(entries(first));
        recorded().take();
        for (int i = 0; i < scenes.size(); i++) {
            var after = new Command.Send(
                    scenes.get(i).where,
                    UUID.randomUUID(),
                    new Text("second"),
                    null,
                    null,
                    first.get(i).clientMsgId(),
                    null);
            second.add(scenes.get(i).person(Scene.ALICE, after));
        }

        write(second);

        assertThat(recorded().take())
                .containsExactly(
                        "log.lock", "log.members", "log.said", "log.insert", "log.step", "log.member-step", "commit");
    }

    @Test
    void a_batch_of_repeats_costs_one_attempt_and_four_look_ups() throws Exception {
        List<Entry> batch =
                entries(scenes.stream().map(scene -> scene.text("once")).toList());
        write(batch);
        recorded().take();

        write(batch);

        assertThat(recorded().take())
                .containsExactly(
                        "log.lock",
                        "log.members",
                        "log.insert",
                        "log.lock",
                        "log.members",
                        "log.said",
                        "log.refusals",
                        "commit");
    }

    @Test
    void a_refusal_makes_the_batch_look_before_it_writes() throws Exception {
        List<Entry> batch =
                entries(scenes.stream().map(scene -> scene.text(" ")).toList());

        write(batch);

        assertThat(recorded().take())
                .containsExactly(
                        "log.lock",
                        "log.members",
                        "log.lock",
                        "log.members",
                        "log.said",
                        "log.refusals",
                        "log.refusal",
                        "log.member-step",
                        "commit");
    }

    @Test
    void memberships_and_recalls_cost_the_same_for_twenty_groups_as_for_one() throws Exception {
        List<Entry> joins = scenes.stream()
                .map(scene -> scene.service(scene.joins(Scene.CAROL)))
                .toList();
        write(joins);
        assertThat(recorded().take())
                .containsExactly(
                        "log.lock", "log.members", "log.insert", "log.op", "log.step", "log.membership", "commit");
        write(entries(scenes.stream().map(scene -> scene.text("slip")).toList()));
        recorded().take();

        write(scenes.stream()
                .map(scene -> scene.person(Scene.ALICE, scene.recall(3)))
                .toList());

        assertThat(recorded().take())
                .containsExactly(
                        "log.lock", "log.members", "log.targets", "log.op", "log.step", "log.recall", "commit");
    }

    private List<Entry> entries(List<Command.Send> sends) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < sends.size(); i++) {
            entries.add(scenes.get(i).person(Scene.ALICE, sends.get(i)));
        }
        return entries;
    }

    private static Command.Send shown(Scene scene, long seq) {
        return new Command.Send(scene.where, UUID.randomUUID(), new Text("shown"), null, null, null, seq);
    }

    private Recorded recorded() {
        return Objects.requireNonNull(recording);
    }

    private void write(List<Entry> batch) throws Away {
        Bench.write(recorded().source(), () -> scenes.getFirst().now, batch);
    }
}
