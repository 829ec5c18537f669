package im.sparrow.auth.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.auth.rbac.EffectiveRights.Reason;
import im.sparrow.auth.rbac.EffectiveRights.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveRightsTest {

    private static final Map<String, Role> ROLES = Map.of(
            "administrator", new Role("administrator", Set.of("login", "profile", "contact", "admin"), Set.of()),
            "user", new Role("user", Set.of("login", "profile", "contact", "speak"), Set.of()),
            "muted", new Role("muted", Set.of("login", "profile", "contact"), Set.of("speak")),
            "banned", new Role("banned", Set.of(), Set.of("*")),
            "speaker", new Role("speaker", Set.of("speak"), Set.of()),
            "auditor", new Role("auditor", Set.of("admin.audit"), Set.of("admin")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                       | ''
                    administrator            | admin contact login profile
                    user                     | contact login profile speak
                    administrator user       | admin contact login profile speak
                    muted                    | contact login profile
                    user muted               | contact login profile
                    muted user               | contact login profile
                    muted speaker            | contact login profile
                    administrator user muted | admin contact login profile
                    banned                   | ''
                    user banned              | ''
                    administrator banned     | ''
                    auditor                  | admin.audit
                    administrator auditor    | admin.audit contact login profile
                    speaker                  | speak
                    """)
    void granted_by_any_role_and_taken_by_none(String roles, String rights) {
        assertThat(EffectiveRights.of(of(roles))).containsExactly(words(rights));
    }

    @Test
    void says_which_role_gives_and_which_takes() {
        assertThat(EffectiveRights.explain(of("user muted"), List.of("login", "speak", "admin")))
                .contains(
                        new Reason("admin", false, List.of(), List.of()),
                        new Reason("login", true, List.of("muted", "user"), List.of()),
                        new Reason("speak", false, List.of("user"), List.of("muted")));
    }

    @Test
    void a_ban_takes_every_right_that_exists() {
        assertThat(EffectiveRights.explain(of("user banned"), List.of("login"))).allSatisfy(reason -> {
            assertThat(reason.held()).isFalse();
            assertThat(reason.takenBy()).containsExactly("banned");
        });
    }

    private static List<Role> of(String names) {
        return Stream.of(words(names)).map(ROLES::get).toList();
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }
}
