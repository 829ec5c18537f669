package im.sparrow.auth.standing;

import im.sparrow.contracts.Id;
import java.util.List;

/**
 * What a user may do.
 *
 * @param userId who
 * @param roleIds his roles, sorted
 * @param rights his effective rights, sorted
 * @param ver the version of it; name it to give him other roles
 */
public record StandingView(Id userId, List<Id> roleIds, List<String> rights, long ver) {

    static StandingView of(Standing standing) {
        return new StandingView(
                standing.userId(),
                standing.roleIds().stream().sorted().toList(),
                standing.rights().stream().sorted().toList(),
                standing.ver());
    }
}
