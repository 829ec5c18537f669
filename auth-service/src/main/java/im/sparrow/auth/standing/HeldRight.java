package im.sparrow.auth.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.auth.rbac.EffectiveRights;
import im.sparrow.auth.rbac.EffectiveRights.Reason;
import im.sparrow.auth.sanction.LiveSanction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a right is held or not. Pure.
 *
 * @param right the right
 * @param held whether it is effective
 * @param grantedBy names of the roles that give it, sorted
 * @param takenBy names of the roles that take it, sorted
 * @param sanctions those that take it now
 * @param until when it is held again by itself; absent when it is held, or when no sanction's end brings it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldRight(
        String right,
        boolean held,
        List<String> grantedBy,
        List<String> takenBy,
        List<LiveSanction> sanctions,
        @Nullable Instant until) {

    /** The reasons for each right that exists or is granted, by its name. */
    static List<HeldRight> of(
            Collection<EffectiveRights.Role> roles, List<LiveSanction> sanctions, Collection<String> existing) {
        return EffectiveRights.explain(roles, existing).stream()
                .map(reason -> of(reason, sanctions))
                .toList();
    }

    private static HeldRight of(Reason reason, List<LiveSanction> live) {
        List<LiveSanction> taking =
                live.stream().filter(sanction -> sanction.takes(reason.right())).toList();
        return new HeldRight(
                reason.right(),
                reason.held() && taking.isEmpty(),
                reason.grantedBy(),
                reason.takenBy(),
                taking,
                reason.held() ? lastEnd(taking) : null);
    }

    private static @Nullable Instant lastEnd(List<LiveSanction> sanctions) {
        List<Instant> ends = new ArrayList<>();
        for (LiveSanction sanction : sanctions) {
            Instant until = sanction.until();
            if (until == null) {
                return null;
            }
            ends.add(until);
        }
        return Stream.concat(ends.stream(), Stream.of(Instant.MIN))
                .max(Instant::compareTo)
                .filter(end -> end.isAfter(Instant.MIN))
                .orElse(null);
    }
}
