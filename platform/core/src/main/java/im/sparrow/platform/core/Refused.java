package im.sparrow.platform.core;

import im.sparrow.contracts.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not done, and why: the one exception that services throw at their callers. It becomes problem+json
 * over REST and a nack or error on the socket.
 *
 * <p>It carries no stack trace: a refusal is an answer, not a fault.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final @Nullable Instant until;
    private final @Nullable String reason;

    private Refused(
            Problem problem,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Instant until,
            @Nullable String reason) {
        super(detail, null, false, false);
        this.problem = problem;
        this.errors = errors;
        this.retryAfter = retryAfter;
        this.until = until;
        this.reason = reason;
    }

    /**
     * A plain refusal.
     *
     * @param detail a sentence for people that says what to do; never repeats what the caller sent
     */
    public Refused(Problem problem, String detail) {
        this(problem, detail, List.of(), null, null, null);
    }

    /** A field that is wrong: {@link Problem#INVALID_BODY} with a JSON pointer such as {@code /body/text}. */
    public static Refused field(String pointer, String message) {
        return fields(List.of(new FieldError(pointer, message)));
    }

    /** Several fields that are wrong. */
    public static Refused fields(List<FieldError> errors) {
        return new Refused(Problem.INVALID_BODY, "Some fields are not as they must be.", errors, null, null, null);
    }

    /** The answer both for what does not exist and for what is not the caller's. */
    public static Refused notFound() {
        return new Refused(Problem.NOT_FOUND, "There is nothing here that you may see.");
    }

    /** The same refusal with the time after which another attempt makes sense. */
    public Refused retryAfter(Duration after) {
        return new Refused(problem, detail(), errors, after, until, reason);
    }

    /** The same refusal with the moment at which its reason ends. */
    public Refused until(Instant end) {
        return new Refused(problem, detail(), errors, retryAfter, end, reason);
    }

    /** The same refusal with the words of whoever decided it, as the person concerned may read them. */
    public Refused because(String words) {
        return new Refused(problem, detail(), errors, retryAfter, until, words);
    }

    /** Which refusal it is. */
    public Problem problem() {
        return problem;
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The fields that are wrong; empty when none in particular. */
    public List<FieldError> errors() {
        return errors;
    }

    /** How long to wait before another attempt. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** When the reason ends. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** Why, in the words of whoever decided it; empty when nobody did. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
