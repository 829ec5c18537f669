package im.sparrow.auth.sanction;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.auth.rbac.EffectiveRights;
import im.sparrow.contracts.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sanction that takes something now, as its person may know it.
 *
 * @param id the sanction
 * @param kind what it does
 * @param reason why, in its author's words
 * @param until when it ends by itself; absent when only somebody can lift it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveSanction(
        Id id, SanctionKind kind, String reason, @Nullable Instant until) {

    static LiveSanction of(Sanction sanction) {
        return new LiveSanction(sanction.id(), sanction.kind(), sanction.reason(), sanction.endsAt());
    }

    /** Whether it takes a right. */
    public boolean takes(String right) {
        return kind.takes().contains(right) || kind.takes().contains(EffectiveRights.ALL);
    }
}
