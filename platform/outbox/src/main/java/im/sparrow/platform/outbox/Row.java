package im.sparrow.platform.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row as the relay reads it.
 *
 * @param id the row; breaks ties between equal versions
 * @param topic where it goes
 * @param key the record's key; rows of one topic and key go out by version
 * @param version taken under the lock of what the row tells of, so a visible version has all smaller ones beside it
 * @param value the record's value, JSON
 * @param headers the record's headers as a JSON object of strings
 * @param sentAt when the broker had it, or null
 */
record Row(
        long id,
        String topic,
        String key,
        long version,
        String value,
        String headers,
        @Nullable Instant sentAt) {}
