package im.sparrow.social.group;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a group.
 *
 * @param name 1 to {@value Bounds#NAME_MAX} characters, not blank
 * @param memberIds whom beside its maker; at most {@value Bounds#APPLY_MEMBERS_MAX}
 * @param photo a path or URL, or null for the generated one
 * @param introduction what it is for, or null
 */
public record CreateGroup(
        @NotBlank @Size(max = Bounds.NAME_MAX) String name,
        @NotNull @Size(max = Bounds.APPLY_MEMBERS_MAX) List<@NotNull Id> memberIds,
        @Nullable @Size(max = 500) String photo,
        @Nullable @Size(max = 500) String introduction) {}
