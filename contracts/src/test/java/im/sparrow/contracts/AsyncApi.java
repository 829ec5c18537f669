package im.sparrow.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import im.sparrow.contracts.Topics.Topic;
import im.sparrow.contracts.frame.CloseCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The document of socket and topics, and where it and the code say different things. */
final class AsyncApi {

    private final JsonNode document;

    AsyncApi(JsonNode document) {
        this.document = document;
    }

    /** The document as it is committed. */
    static ObjectNode committed() {
        var file = Path.of(System.getProperty("sparrow.root", ".."), "docs", "asyncapi.yaml");
        try {
            return (ObjectNode) new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is missing on either side, one a line; empty when they agree. */
    List<String> differences() {
        var found = new ArrayList<String>();
        WireRecord.all().forEach(record -> record.compare(schemas().path(record.name()), found));
        frames(found);
        topics(found);
        compare("headers", constantsOf(Headers.class), headersDescribed(), found);
        compare(
                "ProblemCode",
                Stream.of(Problem.values()).map(Problem::code).collect(Collectors.toCollection(TreeSet::new)),
                texts(schemas().at("/ProblemCode/enum")),
                found);
        compare(
                "close codes",
                Stream.of(CloseCode.values())
                        .map(code -> "" + code.code())
                        .collect(Collectors.toCollection(TreeSet::new)),
                names(document.at("/channels/socket/x-close-codes")),
                found);
        references(document, found);
        return found;
    }

    private JsonNode schemas() {
        return document.at("/components/schemas");
    }

    /** Every frame a client may send stands in the operation, and nothing else does. */
    private void frames(List<String> found) {
        var said = new TreeSet<String>();
        for (var message : document.at("/operations/clientSpeaks/messages")) {
            var frame =
                    resolve(resolve(message.path("$ref").asText()).path("$ref").asText());
            said.add(frame.at("/payload/$ref").asText().replaceFirst(".*/", ""));
        }
        var meant = WireRecord.frames().map(WireRecord::name).collect(Collectors.toCollection(TreeSet::new));
        compare("clientSpeaks", meant, said, found);
    }

    private void topics(List<String> found) {
        var described = new TreeSet<String>();
        for (var channel : document.path("channels")) {
            if (channel.path("address").asText().startsWith("im.")) {
                described.add("%s %s %s"
                        .formatted(
                                channel.path("address").asText(),
                                channel.path("x-retention").asText(),
                                channel.path("x-compacted").asText()));
            }
        }
        var meant = Topics.ALL.stream().map(AsyncApi::line).collect(Collectors.toCollection(TreeSet::new));
        compare("topics", meant, described, found);
    }

    private static String line(Topic topic) {
        long days = topic.retention().toDays();
        var kept = days > 0 ? "P" + days + "D" : topic.retention().toString();
        return topic.name() + " " + kept + " " + topic.compacted();
    }

    private Set<String> headersDescribed() {
        var described = new TreeSet<String>();
        schemas().properties().stream()
                .filter(schema -> schema.getKey().endsWith("Headers"))
                .forEach(schema -> described.addAll(names(schema.getValue().path("properties"))));
        return described;
    }

    private static Set<String> constantsOf(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(AsyncApi::constant)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String constant(java.lang.reflect.Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void references(JsonNode node, List<String> found) {
        var reference = node.path("$ref");
        if (reference.isTextual() && resolve(reference.asText()).isMissingNode()) {
            found.add("nothing is called " + reference.asText());
        }
        node.forEach(child -> references(child, found));
    }

    private JsonNode resolve(String reference) {
        return document.at(reference.replaceFirst("^#", ""));
    }

    /** Says which of two sets has what the other lacks. */
    static void compare(String where, Set<String> code, Set<String> described, List<String> found) {
        code.stream()
                .filter(name -> !described.contains(name))
                .forEach(name -> found.add(where + ": " + name + " is not described"));
        described.stream()
                .filter(name -> !code.contains(name))
                .forEach(name -> found.add(where + ": " + name + " is described, but not there"));
    }

    static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
