package im.sparrow.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevocationListTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final RevocationList list = new RevocationList();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // user 7 is at 5; role 2 at 9, role 3 at 12; session 70 has ended
                // user, sid, ver, rv, roles, stale
                "7, 71, 5, 12, 2 3, false",
                "7, 71, 6, 12, 2 3, false",
                "7, 71, 4, 12, 2 3, true",
                "7, 71, 5,  9, 2,   false",
                "7, 71, 5,  8, 2,   true",
                "7, 71, 5, 11, 2,   false",
                "7, 71, 5, 11, 2 3, true",
                "7, 71, 5,  1, 4,   false",
                "7, 71, 5,  1, -,   false",
                "7, 70, 9, 99, 2 3, true",
                "8, 80, 1,  9, 2,   false",
                "8, 70, 1,  9, 2,   true",
            })
    void a_token_is_stale_when_something_newer_concerns_it(
            long user, long sid, long ver, long rv, String roles, boolean stale) {
        list.apply(new Revocation.UserChanged(Id.of(7), 5, false), NOW);
        list.apply(new Revocation.RoleChanged(Id.of(2), 9), NOW);
        list.apply(new Revocation.RoleChanged(Id.of(3), 12), NOW);
        list.apply(new Revocation.SessionRevoked(Id.of(70), Id.of(7)), NOW);
        List<Id> roleIds = roles == null
                ? List.of()
                : Stream.of(roles.split(" ")).map(Id::of).toList();

        assertThat(list.stale(Id.of(user), Id.of(sid), ver, rv, roleIds)).isEqualTo(stale);
    }

    @Test
    void a_number_never_falls_whatever_the_order() {
        list.apply(new Revocation.UserChanged(Id.of(7), 5, false), NOW);
        list.apply(new Revocation.UserChanged(Id.of(7), 3, false), NOW);

        assertThat(list.stale(Id.of(7), Id.of(1), 4, 1, List.of())).isTrue();
    }

    @Test
    void what_no_living_token_can_be_older_than_is_forgotten() {
        list.apply(new Revocation.UserChanged(Id.of(7), 5, false), NOW.minus(Duration.ofMinutes(121)));
        list.apply(new Revocation.SessionRevoked(Id.of(70), Id.of(7)), NOW.minus(Duration.ofMinutes(119)));

        list.forgetBefore(NOW);

        assertThat(list.size()).isEqualTo(1);
        assertThat(list.stale(Id.of(7), Id.of(70), 1, 1, List.of())).isTrue();
    }
}
