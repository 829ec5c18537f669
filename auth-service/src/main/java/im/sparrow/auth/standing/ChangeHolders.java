package im.sparrow.auth.standing;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Who is to have a role and who not any more; what is said of nobody stays. Together at most 200 people, each once.
 *
 * @param add those who are to have it
 * @param remove those who are not to have it any more
 */
record ChangeHolders(
        @NotNull @Size(max = Bounds.PAGE_MAX) Set<@NotNull Id> add,
        @NotNull @Size(max = Bounds.PAGE_MAX) Set<@NotNull Id> remove) {

    /**
     * What came of it.
     *
     * @param changed whose roles are other ones now
     * @param unknown who does not exist
     */
    public record Changed(Set<Id> changed, Set<Id> unknown) {}
}
