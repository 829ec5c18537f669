package im.sparrow.auth.serverkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key; its text was shown once, when it was made.
 *
 * @param id the key
 * @param kind {@code server} or {@code bot}
 * @param name what it is for
 * @param scopes what its tokens may do, of {@code users}, {@code tokens}, {@code groups}, {@code send}
 * @param accountId as whom
 * @param authorId who made it
 * @param createdAt when
 * @param usedAt when it was last traded for a token
 * @param revokedAt since when it is good no more
 * @param revokedBy who took it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServerKeyView(
        Id id,
        String kind,
        String name,
        List<String> scopes,
        Id accountId,
        Id authorId,
        Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt,
        @Nullable Id revokedBy) {}
