package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import java.util.Set;

/**
 * What somebody may do, with the numbers that say when it was true.
 *
 * @param userId who
 * @param ver the account's version, read before the rights
 * @param rv the role table's version, read before the rights
 * @param roleIds the roles it follows from
 * @param rights the effective rights
 */
public record Standing(Id userId, long ver, long rv, Set<Id> roleIds, Set<String> rights) {

    /** Whether the account may log in at all. */
    public boolean mayLogIn() {
        return rights.contains(Rights.LOGIN);
    }
}
