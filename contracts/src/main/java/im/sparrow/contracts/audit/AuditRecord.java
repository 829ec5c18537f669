package im.sparrow.contracts.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code im.audit.v1}, key = its own id: what one actor does is said side by side, since what comes out of an
 * outbox under one key goes one after the other, and revocations wait in the same queue. Said at least once: {@code id}
 * tells a repeat, and orders.
 *
 * @param id the record's own
 * @param at when it was done
 * @param actor a token's {@code sub}: a user's id, or {@code service:} and a service's name for what an operator does
 * @param deed what was done, a {@link Deed#word()}
 * @param subject to what: {@code account:}, {@code role:}, {@code right:}, {@code invitation:}, {@code registration:},
 *     {@code server-key:} or {@code signing-key:}, and its id
 * @param about ids and numbers that belong to it, by name
 * @param from the address that it was asked from, where there is one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecord(
        Id id,
        Instant at,
        String actor,
        String deed,
        String subject,
        Map<String, String> about,
        @Nullable String from) {

    public AuditRecord {
        about = Map.copyOf(about);
    }
}
