package im.sparrow.gateway.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes an answer of several pages apart: each is cut out as it stands and not read further, since it goes to its client
 * as it stands.
 */
final class PageAnswers {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Refused UNREADABLE =
            new Refused(Problem.UNAVAILABLE, "The message log does not answer; try again in a moment.");

    private PageAnswers() {}

    /**
     * One answer: a page's bytes, or why there is none.
     *
     * @param page JSON; empty when refused
     */
    record PageAnswer(byte[] page, List<Refused> refused) {

        byte[] get() {
            if (!refused.isEmpty()) {
                throw refused.getFirst();
            }
            return page;
        }
    }

    /** Reads {@code [{"page": …}, {"refused": {"code": …, "detail": …}}, …]}. */
    static List<PageAnswer> read(byte[] answer) {
        var answers = new ArrayList<PageAnswer>();
        try (JsonParser json = JSON.createParser(answer)) {
            expect(json, JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                answers.add("page".equals(json.nextFieldName()) ? page(json, answer) : refusal(json));
                expect(json, JsonToken.END_OBJECT);
            }
            return answers;
        } catch (IOException notOurs) {
            throw UNREADABLE;
        }
    }

    private static PageAnswer page(JsonParser json, byte[] answer) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        return new PageAnswer(Arrays.copyOfRange(answer, from, to), List.of());
    }

    private static PageAnswer refusal(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        String code = "";
        String detail = "This is refused.";
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            String value = json.nextTextValue();
            code = field.equals("code") && value != null ? value : code;
            detail = field.equals("detail") && value != null ? value : detail;
        }
        try {
            return new PageAnswer(new byte[0], List.of(new Refused(Problem.ofCode(code), detail)));
        } catch (IllegalArgumentException unknown) {
            return new PageAnswer(new byte[0], List.of(UNREADABLE));
        }
    }

    private static void expect(JsonParser json, JsonToken wanted) throws IOException {
        if (json.nextToken() != wanted) {
            throw UNREADABLE;
        }
    }
}
