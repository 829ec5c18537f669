package im.sparrow.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Makes one OpenAPI document of several. Pure: the same documents always give the same one. */
final class Merge {

    private static final String SCHEMA_REF = "#/components/schemas/";
    private static final String PUBLIC = "/api/v1/";
    private static final String WELL_KNOWN = "/.well-known/";

    private Merge() {}

    /**
     * The union of paths and schemas. A path that is not public is left out. Where two services mean different things by
     * one schema name, the later one's becomes {@code <service>.<name>}; other components are taken from the first that
     * has them.
     *
     * @param documents service name → its document, in the order in which they are merged
     * @param whole what the result begins as: version, title, servers
     */
    static ObjectNode merge(SortedMap<String, JsonNode> documents, ObjectNode whole) {
        ObjectNode paths = whole.putObject("paths");
        ObjectNode components = whole.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        documents.forEach((service, document) -> {
            JsonNode own = document.deepCopy();
            Map<String, String> renamed = clashes(service, own.at("/components/schemas"), schemas);
            rename(own, renamed);
            own.at("/components/schemas")
                    .properties()
                    .forEach(schema ->
                            schemas.set(renamed.getOrDefault(schema.getKey(), schema.getKey()), schema.getValue()));
            own.at("/components").properties().stream()
                    .filter(part -> !part.getKey().equals("schemas"))
                    .forEach(part -> components
                            .withObject("/" + part.getKey())
                            .setAll(missing(part.getValue(), components.get(part.getKey()))));
            own.path("paths").properties().stream()
                    .filter(path ->
                            path.getKey().startsWith(PUBLIC) || path.getKey().startsWith(WELL_KNOWN))
                    .forEach(path -> add(paths, path.getKey(), path.getValue()));
        });
        return whole;
    }

    private static void add(ObjectNode paths, String path, JsonNode methods) {
        if (paths.get(path) instanceof ObjectNode known) {
            methods.properties().stream()
                    .filter(method -> !known.has(method.getKey()))
                    .forEach(method -> known.set(method.getKey(), method.getValue()));
        } else {
            paths.set(path, methods);
        }
    }

    private static Map<String, String> clashes(String service, JsonNode own, ObjectNode known) {
        Map<String, String> renamed = new HashMap<>();
        own.properties().forEach(schema -> {
            JsonNode other = known.get(schema.getKey());
            if (other != null && !other.equals(schema.getValue())) {
                renamed.put(schema.getKey(), service + "." + schema.getKey());
            }
        });
        return renamed;
    }

    private static ObjectNode missing(JsonNode own, JsonNode known) {
        ObjectNode missing = ((ObjectNode) own).deepCopy();
        known.properties().forEach(entry -> missing.remove(entry.getKey()));
        return missing;
    }

    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return;
        }
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> {
                    if (field.getKey().equals("$ref") && field.getValue() instanceof TextNode ref) {
                        String name = ref.textValue().replace(SCHEMA_REF, "");
                        field.setValue(TextNode.valueOf(SCHEMA_REF + renamed.getOrDefault(name, name)));
                    } else {
                        rename(field.getValue(), renamed);
                    }
                });
            case ArrayNode array -> array.forEach(item -> rename(item, renamed));
            default -> {
                // A value has no references in it.
            }
        }
    }
}
