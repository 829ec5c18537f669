package im.sparrow.e2e.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/**
 * What a server answered.
 *
 * @param asked what was asked, for messages of failed tests
 * @param status the HTTP status
 * @param body the document; missing when there was none
 * @param response all of it
 */
public record Answer(String asked, int status, JsonNode body, HttpResponse<String> response) {

    /** The same, when it is a good one. */
    public Answer good() {
        if (status / 100 != 2) {
            throw new AssertionError(asked + " was answered " + status + " " + response.body());
        }
        return this;
    }

    /** A text field; empty when there is none. */
    public String text(String field) {
        return body.path(field).asText();
    }

    /** The problem's code; empty when it is none. */
    public String code() {
        return status < 400 ? "" : text("code");
    }

    /** Whether the same may be asked again. */
    public boolean retryable() {
        return status == 502 || body.path("retryable").asBoolean();
    }

    /** A header; empty when it did not come. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
