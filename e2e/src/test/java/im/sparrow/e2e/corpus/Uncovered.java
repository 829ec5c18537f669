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

    /**
     * How far a table goes.
     *
     * @param all how many there are
     * @param without those that no row speaks of
     */
    public record Coverage(int all, List<String> without) {

        /** As {@code 97/97}. */
        @Override
        public String toString() {
            return (all - without.size()) + "/" + all;
        }
    }

    /** Operations of the merged OpenAPI document, and those that no row of a table asks; {@code column} is where it says which. */
    public static Coverage routes(Door door, String table, int column) throws IOException {
        var asked = Table.rows(table).stream()
                .map(row -> row.cell(column).replaceAll("[?].*", ""))
                .toList();
        var without = new ArrayList<String>();
        int all = 0;
        var paths = door.asks("GET", "/api/v1/openapi.json").good().body().path("paths");
        for (var path : paths.properties()) {
            for (var method : path.getValue().properties()) {
                var operation = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                var form = Pattern.compile(operation.replaceAll("\\{[^}]+}", "[^/]+"));
                if (isOperation(method.getValue())) {
                    all++;
                    if (asked.stream().noneMatch(one -> form.matcher(one).matches())) {
                        without.add(operation);
                    }
                }
            }
        }
        return new Coverage(all, without);
    }

    private static boolean isOperation(JsonNode method) {
        return method.isObject() && method.has("responses");
    }

    /** Frames of a client, by docs/asyncapi.yaml, and those that no row of some tables says. */
    public static Coverage frames(String... tables) throws IOException {
        var document = new YAMLMapper()
                .readTree(Checkout.root().resolve("docs/asyncapi.yaml").toFile());
        var names = StreamSupport.stream(
                        document.at("/operations/clientSpeaks/messages").spliterator(), false)
                .map(message -> message.path("$ref").asText().replaceAll(".*/", ""))
                .toList();
        if (names.isEmpty()) {
            throw new IOException("docs/asyncapi.yaml names no frame of a client");
        }
        var said = new ArrayList<String>();
        for (var table : tables) {
            Table.rows(table).forEach(row -> said.add(row.cell(2)));
        }
        return new Coverage(
                names.size(),
                names.stream()
                        .filter(name -> said.stream().noneMatch(frames -> frames.contains("{\"t\":\"" + name + "\"")))
                        .toList());
    }
}
