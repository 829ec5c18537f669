package im.sparrow.message.resume;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.message.history.PageView;
import im.sparrow.platform.core.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question among several; exactly one of both is there.
 *
 * @param page the page, as it goes to the client
 * @param refused why he gets none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageAnswer(@Nullable PageView page, @Nullable Refusal refused) {

    /** What the client is told. */
    record Refusal(String code, String detail) {}

    static PageAnswer of(PageView page) {
        return new PageAnswer(page, null);
    }

    static PageAnswer of(Refused why) {
        return new PageAnswer(null, new Refusal(why.problem().code(), why.detail()));
    }
}
