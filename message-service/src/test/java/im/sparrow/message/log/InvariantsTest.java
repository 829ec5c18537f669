package im.sparrow.message.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.contracts.Id;
import im.sparrow.message.member.Marks;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The control of the random runs: each invariant sees its own break. */
class InvariantsTest {

    private final Scene scene = Scene.group(Scene.ALICE, Scene.BOB);

    static Stream<Arguments> breaks() {
        return Stream.of(
                broken("a lost message", s -> s.tables.log(s.where).remove(3L)),
                broken("a gap", s -> s.tables.log(s.where).put(9L, moved(s.message(2), 9))),
                broken("a duplicate", s -> s.tables.log(s.where).put(5L, moved(s.message(2), 5))),
                broken("a message of a stranger", s -> s.tables.log(s.where).put(3L, by(s.message(3), Scene.CAROL))),
                broken("a mark that drifted", InvariantsTest::drift),
                broken("a recalled text", InvariantsTest::resurrect));
    }

    private static Arguments broken(String name, Consumer<Scene> what) {
        return Arguments.of(name, what);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void a_planted_break_is_seen(String name, Consumer<Scene> plant) {
        life();
        plant.accept(scene);

        assertThatThrownBy(() -> new Invariants(scene).hold(scene.write(), name))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void nothing_is_seen_where_nothing_is_broken() {
        life();

        new Invariants(scene).hold(scene.write(), "untouched");
    }

    private void life() {
        scene.write(
                scene.person(Scene.ALICE, scene.text("two")),
                scene.person(Scene.BOB, scene.text("three")),
                scene.person(Scene.ALICE, scene.recall(2)));
        scene.applies(scene.joins(Scene.CAROL));
    }

    private static void drift(Scene scene) {
        MemberRow row = scene.member(Scene.BOB);
        var marks = new Marks(1, 1, 0, 1);
        scene.tables.members.putAll(Map.of(
                new Key.Member(scene.where, Scene.BOB),
                new MemberRow(
                        row.conversationId(),
                        row.userId(),
                        row.standing(),
                        row.interval(),
                        0,
                        marks,
                        row.ownNo(),
                        row.lastOwnSeq(),
                        null)));
    }

    private static void resurrect(Scene scene) {
        MessageRow row = scene.message(2);
        var said = row.said();
        var body = new MessageRow.Said(
                said.senderId(), said.clientId(), "text", "{\"text\":\"back\"}", null, null, said.hash(), true);
        scene.tables.log(scene.where).put(2L, with(row, row.seq(), body));
    }

    private static MessageRow moved(MessageRow row, long seq) {
        return with(row, seq, row.said());
    }

    private static MessageRow by(MessageRow row, Id sender) {
        var said = row.said();
        return with(
                row,
                row.seq(),
                new MessageRow.Said(sender, said.clientId(), said.type(), said.body(), null, null, said.hash(), true));
    }

    private static MessageRow with(MessageRow row, long seq, MessageRow.Said said) {
        return new MessageRow(
                row.conversationId(),
                seq,
                row.id(),
                said,
                row.countableNo(),
                row.createdAt(),
                row.change(),
                row.commandOffset());
    }
}
