package im.sparrow.e2e.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import im.sparrow.e2e.checkout.Checkout;
import im.sparrow.e2e.person.Door;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What the running suite says there is, and which tables speak of it: what is new has no row yet. */
public final class Uncovered {

    private Uncovered() {}

    /** Operations of the merged OpenAPI document that no row of a table asks; {@code column} is where it says which. */
    public static List<String> routesWithoutRow(Door door, String table, int column) throws IOException {
        var asked = Table.rows(table).stream()
                .map(row -> row.cell(column).replaceAll("[?].*", ""))
                .toList();
        var without = new ArrayList<String>();
        var paths = door.asks("GET", "/api/v1/openapi.json").good().body().path("paths");
        for (var path : paths.properties()) {
            for (var method : path.getValue().properties()) {
                var operation = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                var form = Pattern.compile(operation.replaceAll("\\{[^}]+}", "[^/]+"));
                if (isOperation(method.getValue())
                        && asked.stream().noneMatch(one -> form.matcher(one).matches())) {
                    without.add(operation);
                }
            }
        }
        return without;
    }

    private static boolean isOperation(JsonNode method) {
        return method.isObject() && method.has("responses");
    }

    /** Frames of a client, by docs/asyncapi.yaml, that no row of a table says. */
    public static List<String> framesWithoutRow(String table) throws IOException {
        var document = new YAMLMapper()
                .readTree(Checkout.root().resolve("docs/asyncapi.yaml").toFile());
        var names = StreamSupport.stream(
                        document.at("/operations/clientSpeaks/messages").spliterator(), false)
                .map(message -> message.path("$ref").asText().replaceAll(".*/", ""))
                .toList();
        if (names.isEmpty()) {
            throw new IOException("docs/asyncapi.yaml names no frame of a client");
        }
        var said = Table.rows(table).stream().map(row -> row.cell(2)).toList();
        return names.stream()
                .filter(name -> said.stream().noneMatch(frames -> frames.contains("{\"t\":\"" + name + "\"")))
                .toList();
    }
}
