package im.sparrow.verify.plant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import im.sparrow.contracts.Headers;
import im.sparrow.verify.defect.Defects;
import im.sparrow.verify.point.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is woven into the product's methods relies on their names, parameters and results; whoever changes one of these
 * must look at its advice too, and hears of it here and not in the middle of a run. What a class has under the name is
 * listed whole, in the order of its source.
 */
class SignaturesTest {

    private static final String TABLE = """
            skipped-push        | chat-gateway      | gateway.fanout.LoopTask        | add             | void(Delivery, Outlet[])
            skipped-commands    | message-service   | message.writer.Batches         | of              | List<List<ConsumerRecord<String, byte[]>>>(Iterable<ConsumerRecord<String, byte[]>>)
            kept-room           | chat-gateway      | gateway.room.Rooms             | leave           | void(Id, Outlet); void(LogEvent, MembershipEffect, Room); void(LogEvent, LocalUser, Room)
            replayed-joins      | message-service   | message.writer.EventPublisher  | publish         | void(List<ProducerRecord<String, byte[]>>)
            believed-replay     | chat-gateway      | gateway.room.Room              | takes           | boolean(LogEvent)
            accepted-session    | platform/identity | platform.identity.RevocationList | stale         | boolean(Id, Id, long, long, Collection<Id>); boolean(Caller.Person)
            counted-twice       | message-service   | message.member.Marks           | readCountableNo | long
            halt-commit-publish | message-service   | message.writer.EventPublisher  | publish         | void(List<ProducerRecord<String, byte[]>>)
            halt-publish-offset | message-service   | message.writer.Offsets         | published       | void(Iterable<ConsumerRecord<String, byte[]>>)
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void a_woven_method_is_as_its_advice_wants_it(
            String word, String module, String type, String method, String wanted) {
        assertThat(signatures(module, type, method)).as("im.sparrow." + type).isEqualTo(wanted);
    }

    @Test
    void every_plant_in_the_product_is_in_the_table() {
        List<String> planted = Stream.concat(Defects.ALL.stream(), Points.ALL.stream())
                .flatMap(plant -> plant.sites().stream()
                        .filter(site -> site.type().startsWith("im.sparrow."))
                        .map(site -> plant.word() + " " + site.type()))
                .toList();

        assertThat(planted)
                .containsExactlyElementsOf(TABLE.lines()
                        .map(row -> row.split("\\|", -1))
                        .map(row -> row[0].strip() + " im.sparrow." + row[2].strip())
                        .toList());
    }

    /** Some advice knows what it has in hand by what it is called in a record's text. */
    @Test
    void what_is_read_from_a_text_is_still_said_there() {
        assertThat(List.of(Headers.USER, Headers.MEMBERSHIP)).containsExactly("uid", "m");
        assertThat(signatures("chat-gateway", "gateway.fanout.Delivery", "at")).isEqualTo("long");
        assertThat(signatures("chat-gateway", "gateway.room.LogEvent", "membership"))
                .isEqualTo("MembershipEffect");
        assertThat(text("message-service", "message.writer.Writer")).contains(".name(\"log-writer\")");
    }

    private static String signatures(String module, String type, String name) {
        ClassTree declared = parsed(module, type).getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .findFirst()
                .orElseThrow();
        Stream<String> methods = declared.getMembers().stream()
                .filter(member ->
                        member instanceof MethodTree it && it.getName().contentEquals(name))
                .map(MethodTree.class::cast)
                .map(it -> plain(it.getReturnType().toString())
                        + it.getParameters().stream()
                                .map(one -> plain(one.getType().toString()))
                                .collect(Collectors.joining(", ", "(", ")")));
        // A record's accessor has no parentheses here: nobody wrote it.
        Stream<String> components = declared.getMembers().stream()
                .filter(member ->
                        member instanceof VariableTree it && it.getName().contentEquals(name))
                .map(VariableTree.class::cast)
                .filter(it -> declared.getKind() == com.sun.source.tree.Tree.Kind.RECORD)
                .map(it -> plain(it.getType().toString()));
        return Stream.concat(components, methods).collect(Collectors.joining("; "));
    }

    private static String plain(String type) {
        return type.replaceAll("@\\w+ ", "");
    }

    private static CompilationUnitTree parsed(String module, String type) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source(module, type)));
            return task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String module, String type) {
        try {
            return Files.readString(source(module, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path source(String module, String type) {
        return Path.of("..", module, "src/main/java/im/sparrow", type.replace('.', '/') + ".java");
    }
}
