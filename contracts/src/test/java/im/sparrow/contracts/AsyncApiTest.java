package im.sparrow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml describes what the code says, all of it and no more. */
class AsyncApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_frame_topic_header_and_code_is_described_as_it_is() {
        assertThat(new AsyncApi(AsyncApi.committed()).differences()).isEmpty();
    }

    @Test
    void the_values_of_every_enum_in_a_record_are_described() {
        assertThat(WireRecord.all().flatMap(WireRecord::enums).distinct())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(described(type)).isEqualTo(values(type)));
    }

    private static Set<String> described(Class<?> type) {
        var schemas = AsyncApi.committed().at("/components/schemas");
        var own = schemas.path(type.getSimpleName()).path("enum");
        return AsyncApi.texts(own.isMissingNode() ? schemas.at("/AccountRecord/properties/status/enum") : own);
    }

    private static Set<String> values(Class<?> type) {
        var values = new TreeSet<String>();
        Stream.of(type.getEnumConstants()).map(AsyncApiTest::written).forEach(values::add);
        return values;
    }

    private static String written(Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsString(value)).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_document_that_forgets_or_invents_something_is_found() {
        var planted = AsyncApi.committed();
        ((ObjectNode) planted.at("/components/schemas/ClientFrame.Pull/properties")).remove("limit");
        ((ObjectNode) planted.at("/components/schemas/EventHeaders/properties")).remove("m");
        ((ObjectNode) planted.at("/components/schemas/CursorMove/properties")).putObject("typedSeq");
        ((ArrayNode) planted.at("/components/schemas/Revocation.UserChanged/required")).remove(2);
        ((ObjectNode) planted.at("/components/schemas/Command.Recall/properties/type")).put("const", "unsend");
        ((ObjectNode) planted.path("channels")).remove("account");
        ((ObjectNode) planted.at("/channels/revocation")).put("x-retention", "P1D");
        ((ArrayNode) planted.at("/components/schemas/ProblemCode/enum")).remove(0);
        ((ArrayNode) planted.at("/operations/clientSpeaks/messages")).remove(0);

        assertThat(new AsyncApi(planted).differences())
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "ClientFrame.Pull: limit is not described",
                        "headers: m is not described",
                        "CursorMove: typedSeq is described, but not there",
                        "Revocation.UserChanged required: ver is not described",
                        "Command.Recall kind: recall is not described",
                        "Command.Recall kind: unsend is described, but not there",
                        "topics: im.account.v1 P1D true is not described",
                        "nothing is called #/channels/account",
                        "topics: im.revocation.v1 PT2H false is not described",
                        "topics: im.revocation.v1 P1D false is described, but not there",
                        "ProblemCode: malformed is not described",
                        "clientSpeaks: ClientFrame.Hello is not described"));
    }
}
