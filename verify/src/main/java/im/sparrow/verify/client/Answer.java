package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What REST answered.
 *
 * @param status HTTP's
 * @param body the document; an empty object when there was none
 */
public record Answer(int status, JsonNode body) {

    /** Whether it was done. */
    public boolean ok() {
        return status < 300;
    }

    /** The problem's code; empty when there is none. */
    public String code() {
        return body.path("code").asText("");
    }

    /** Whether the same request may pass later. */
    boolean retryable() {
        return status == 429
                || status >= 500
                || (!ok() && body.path("retryable").asBoolean(false));
    }
}
