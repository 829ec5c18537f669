package im.sparrow.social.group;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Adds members to a group.
 *
 * @param userIds whom; 1 to {@value Bounds#APPLY_MEMBERS_MAX}
 */
public record AddMembers(
        @NotEmpty @Size(max = Bounds.APPLY_MEMBERS_MAX) List<@NotNull Id> userIds) {}
