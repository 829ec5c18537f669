package im.sparrow.e2e.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import im.sparrow.e2e.checkout.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds each frame against docs/asyncapi.yaml. A client must ignore what it does not know; these tests must not. */
final class Described {

    private static final JsonNode DOCUMENT = strict();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<String, JsonSchema> BY_NAME = new ConcurrentHashMap<>();

    private Described() {}

    /** What is not as it is described; empty when all is. */
    static List<String> objections(Frame frame) {
        if (DOCUMENT.at("/channels/socket/messages/" + frame.t()).isMissingNode()) {
            return List.of("no frame is called " + frame.t());
        }
        return BY_NAME.computeIfAbsent(frame.t(), Described::schema).validate(frame.json()).stream()
                .map(objection -> objection.getMessage() + " in " + frame)
                .toList();
    }

    private static JsonSchema schema(String name) {
        ObjectNode payload =
                DOCUMENT.at("/components/messages/" + name + "/payload").deepCopy();
        payload.set("$defs", DOCUMENT.at("/components/schemas"));
        return SCHEMAS.getSchema(payload.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    private static JsonNode strict() {
        try {
            var document = new YAMLMapper()
                    .readTree(Checkout.root().resolve("docs/asyncapi.yaml").toFile());
            close(document.at("/components/schemas"));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schemas) {
        for (var schema : schemas) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }
}
