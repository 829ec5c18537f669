package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import java.util.List;

/**
 * A role.
 *
 * @param id the role
 * @param name its name
 * @param builtIn whether it cannot be deleted or renamed
 * @param grants rights it gives, sorted
 * @param takes rights it takes, sorted; {@code *} = every right
 * @param version grows with each edit; name it to edit
 */
public record RoleView(Id id, String name, boolean builtIn, List<String> grants, List<String> takes, long version) {

    static RoleView of(StoredRole role) {
        EffectiveRights.Role meaning = role.meaning();
        return new RoleView(
                role.id(),
                role.name(),
                role.builtIn(),
                meaning.grants().stream().sorted().toList(),
                meaning.takes().stream().sorted().toList(),
                role.version());
    }
}
