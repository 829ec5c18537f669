package im.sparrow.auth.standing;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.auth.rbac.EffectiveRights.Role;
import im.sparrow.auth.sanction.LiveSanction;
import im.sparrow.auth.sanction.SanctionKind;
import im.sparrow.contracts.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldRightTest {

    private static final Map<String, Role> ROLES = Map.of(
            "user", new Role("user", Set.of("login", "profile", "contact", "speak"), Set.of()),
            "muted", new Role("muted", Set.of("login"), Set.of("speak")),
            "guest", new Role("guest", Set.of("login"), Set.of()));

    /** A sanction is written as its kind and the second of its end; without one only somebody lifts it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    user       | ''              | speak | true  | ''
                    user       | mute9           | speak | false | 9
                    user       | mute9           | login | true  | ''
                    user       | mute9 mute5     | speak | false | 9
                    user       | mute            | speak | false | ''
                    user       | mute9 mute      | speak | false | ''
                    user       | ban7            | login | false | 7
                    user       | ban7 mute9      | speak | false | 9
                    user       | ban7 mute9      | login | false | 7
                    user muted | mute9           | speak | false | ''
                    guest      | mute9           | speak | false | ''
                    guest      | ''              | speak | false | ''
                    """)
    void held_by_roles_and_taken_by_no_sanction(
            String roles, String sanctions, String right, boolean held, String until) {
        var explained = HeldRight.of(
                Stream.of(roles.split(" ")).map(ROLES::get).toList(), sanctions(sanctions), List.of("login", "speak"));

        var one = explained.stream().filter(each -> each.right().equals(right)).findFirst();
        assertThat(one).hasValueSatisfying(found -> {
            assertThat(found.held()).isEqualTo(held);
            assertThat(found.until()).isEqualTo(until.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(until)));
        });
    }

    private static List<LiveSanction> sanctions(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> {
                    String end = word.replaceAll("\\D", "");
                    return new LiveSanction(
                            Id.of(1),
                            SanctionKind.valueOf(word.replaceAll("\\d", "")),
                            "why",
                            end.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(end)));
                })
                .toList();
    }
}
