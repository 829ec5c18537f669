package im.sparrow.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import im.sparrow.message.frame.MessageView;
import im.sparrow.message.frame.ServerFrame;
import im.sparrow.message.history.PageView;
import im.sparrow.message.inbox.ConversationView;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/asyncapi.yaml says of our frames what they are. */
class DocumentTest {

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("MessageItem", MessageView.class, List.of()),
                Arguments.of("ServerFrame.Message", MessageView.class, List.of("t")),
                Arguments.of("ServerFrame.Change", ServerFrame.Change.class, List.of("t")),
                // The gateway refuses too, and says more.
                Arguments.of("ServerFrame.Nack", ServerFrame.Nack.class, List.of("t", "pointer", "ref")),
                Arguments.of("ServerFrame.Members", ServerFrame.Members.class, List.of("t")),
                Arguments.of("MemberView", ServerFrame.MemberView.class, List.of()),
                Arguments.of("ServerFrame.Conversation", ServerFrame.Conversation.class, List.of("t")),
                Arguments.of("ServerFrame.Page", PageView.class, List.of("t", "ref")),
                Arguments.of("ConversationView", ConversationView.class, List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void a_frame_is_described_as_it_is(String schema, Class<?> type, List<String> more) throws IOException {
        var names = new ArrayList<>(more);
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
        }

        JsonNode properties =
                document().path("components").path("schemas").path(schema).path("properties");

        assertThat(Set.copyOf(names)).isEqualTo(Set.copyOf(iterable(properties)));
    }

    private static List<String> iterable(JsonNode properties) {
        var names = new ArrayList<String>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode document() throws IOException {
        var root = Path.of(System.getProperty("sparrow.root", ".."));
        return new YAMLMapper().readTree(root.resolve("docs/asyncapi.yaml").toFile());
    }
}
