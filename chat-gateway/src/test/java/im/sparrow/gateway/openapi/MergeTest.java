package im.sparrow.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergeTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void paths_are_joined_and_what_is_not_public_is_left_out() throws Exception {
        var merged = merge(Map.of(
                "a", "{'paths':{'/api/v1/x':{'get':{}},'/internal/v1/y':{'get':{}}}}",
                "b", "{'paths':{'/api/v1/x':{'post':{}},'/.well-known/jwks.json':{'get':{}}}}"));

        assertThat(merged.path("paths"))
                .isEqualTo(read("{'/api/v1/x':{'get':{},'post':{}},'/.well-known/jwks.json':{'get':{}}}"));
    }

    @Test
    void two_meanings_of_one_name_stay_two_and_references_follow() throws Exception {
        var merged = merge(Map.of(
                "a",
                "{'paths':{},'components':{'schemas':{'V':{'type':'string'},'Same':{'type':'number'}}}}",
                "b",
                "{'paths':{'/api/v1/x':{'get':{'$ref':'#/components/schemas/V'}}},"
                        + "'components':{'schemas':{'V':{'type':'object'},'Same':{'type':'number'}}}}"));

        assertThat(merged.at("/components/schemas"))
                .isEqualTo(read("{'V':{'type':'string'},'Same':{'type':'number'},'b.V':{'type':'object'}}"));
        assertThat(merged.at("/paths/~1api~1v1~1x/get/$ref").asText()).isEqualTo("#/components/schemas/b.V");
    }

    private JsonNode merge(Map<String, String> documents) throws Exception {
        var read = new TreeMap<String, JsonNode>();
        for (var document : documents.entrySet()) {
            read.put(document.getKey(), read(document.getValue()));
        }
        return Merge.merge(read, json.createObjectNode());
    }

    private JsonNode read(String text) throws Exception {
        return json.readTree(text.replace('\'', '"'));
    }
}
