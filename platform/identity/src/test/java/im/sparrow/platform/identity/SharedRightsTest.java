package im.sparrow.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedRightsTest {

    private final SharedRights rights = new SharedRights();

    @Test
    void who_has_the_same_rights_shares_them() {
        Set<String> one = rights.shared(new HashSet<>(List.of("speak", "friend.add")));

        assertThat(rights.shared(new HashSet<>(List.of("friend.add", "speak")))).isSameAs(one);
        assertThat(one).containsExactlyInAnyOrder("speak", "friend.add");
        assertThat(rights.shared(Set.of("speak"))).isNotSameAs(one).containsExactly("speak");
    }

    @Test
    void what_is_kept_does_not_change_with_what_was_given() {
        var given = new HashSet<>(List.of("speak"));
        Set<String> one = rights.shared(given);

        given.add("admin.users");

        assertThat(one).containsExactly("speak");
        assertThat(rights.shared(Set.of("speak"))).isSameAs(one);
    }

    @Test
    void no_more_than_the_bound_are_kept() {
        for (int i = 0; i < SharedRights.MAX * 2 + 1; i++) {
            rights.shared(Set.of("right" + i));
        }
        assertThat(rights.size()).isBetween(1, SharedRights.MAX);
    }
}
