package im.sparrow.platform.database;

import im.sparrow.contracts.Id;
import im.sparrow.platform.core.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A request that makes something and may be repeated by a client that heard no answer.
 *
 * @param userId who asks
 * @param route what is asked, such as {@code POST /groups}; at most 64 characters
 * @param key the header {@code Idempotency-Key}, 1 to {@value #KEY_MAX} printable ASCII characters; null when there is
 *     none, and then nothing protects from a repeat
 * @param body what came; another body under the same key is refused
 */
public record CreatingRequest(
        Id userId, String route, @Nullable String key, Object body) {

    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    /** Characters of a key. */
    public static final int KEY_MAX = 64;

    public CreatingRequest {
        if (key != null && !key.matches("[\\x21-\\x7e]{1," + KEY_MAX + "}")) {
            throw Refused.field(HEADER, "has 1 to " + KEY_MAX + " printable ASCII characters");
        }
    }
}
