package im.sparrow.auth.sanction;

import im.sparrow.auth.rbac.EffectiveRights;
import im.sparrow.contracts.Rights;
import java.util.Set;

/** What a sanction does; its name in lower case stands in JSON and in the table. */
public enum SanctionKind {
    /** May not speak. */
    mute(Set.of(Rights.SPEAK)),
    /** May do nothing. */
    ban(Set.of(EffectiveRights.ALL));

    private final Set<String> takes;

    SanctionKind(Set<String> takes) {
        this.takes = takes;
    }

    /** The rights it takes, or {@link EffectiveRights#ALL}. */
    public Set<String> takes() {
        return takes;
    }
}
