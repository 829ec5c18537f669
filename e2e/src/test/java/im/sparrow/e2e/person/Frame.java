package im.sparrow.e2e.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * A frame that came.
 *
 * @param json all of it
 */
public record Frame(JsonNode json) {

    static Frame read(String text) {
        try {
            return new Frame(Door.JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** What names it. */
    public String t() {
        return text("t");
    }

    /** A text field; empty when there is none. */
    public String text(String field) {
        return json.path(field).asText();
    }

    /** A number; 0 when there is none. */
    public long number(String field) {
        return json.path(field).asLong();
    }

    /** The things in a list field. */
    public List<JsonNode> list(String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false).toList();
    }

    /** The text that was said; empty when it is no text, or was taken back. */
    public String said() {
        return json.at("/body/text").asText();
    }

    /** Frames of a name. */
    public static Predicate<Frame> named(String t) {
        return frame -> frame.t().equals(t);
    }

    /** Messages with this text. */
    public static Predicate<Frame> saying(String text) {
        return named("message").and(frame -> frame.said().equals(text));
    }

    /** Frames with this text in a field. */
    public static Predicate<Frame> with(String field, String value) {
        return frame -> frame.text(field).equals(value);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
