package im.sparrow.message.row;

import im.sparrow.contracts.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A final refusal.
 *
 * @param conversationId where
 * @param actor whose command
 * @param clientId the maker's id
 * @param code why
 * @param until when the reason ends, or null
 * @param hash over what was refused
 */
public record RefusalRow(
        Id conversationId,
        Id actor,
        UUID clientId,
        String code,
        @Nullable Instant until,
        UUID hash) {}
