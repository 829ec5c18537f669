package im.sparrow.platform.core;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as {@code application/problem+json} (RFC 9457) with our members.
 *
 * @param type where the problem is documented: {@code /problems/<code>}
 * @param title the code in words
 * @param status the HTTP status
 * @param detail what happened and what to do
 * @param code the stable machine name
 * @param retryable whether the same request may pass later
 * @param errors the wrong fields, or null
 * @param until when the reason ends, or null
 * @param reason why, in the words of whoever decided it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String code,
        boolean retryable,
        @Nullable List<FieldError> errors,
        @Nullable Instant until,
        @Nullable String reason) {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The view of a refusal. */
    public static ProblemView of(Refused refused) {
        Problem problem = refused.problem();
        return new ProblemView(
                "/problems/" + problem.code(),
                problem.code().replace('_', ' '),
                problem.status(),
                refused.detail(),
                problem.code(),
                problem.retryable(),
                refused.errors().isEmpty() ? null : refused.errors(),
                refused.until().orElse(null),
                refused.reason().orElse(null));
    }
}
