package im.sparrow.auth.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.auth.password.Throttle.Attempt;
import im.sparrow.platform.core.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);
    private final Throttle throttle = new Throttle(new Config(), NOW);

    private record Config() implements PasswordConfig {
        @Override
        public int memory() {
            return 8_192;
        }

        @Override
        public int passes() {
            return 1;
        }

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public int freeAttempts() {
            return 5;
        }

        @Override
        public Duration longestWait() {
            return Duration.ofMinutes(5);
        }

        @Override
        public int remembered() {
            return 1_000;
        }

        @Override
        public Duration resetLife() {
            return Duration.ofHours(1);
        }
    }

    @Test
    void one_address_at_one_name_waits_after_five() {
        guess(5, "alice", "a");

        refused(new Attempt("alice", "a", false));
        refused(new Attempt("alice", "a", true));
        let(new Attempt("alice", "b", false));
        let(new Attempt("bob", "a", false));
    }

    @Test
    void one_address_at_many_names_waits_after_fifty() {
        IntStream.range(0, 50).forEach(each -> guess(1, "name" + each, "a"));

        refused(new Attempt("somebody", "a", false));
        let(new Attempt("somebody", "b", false));
    }

    @Test
    void many_addresses_at_one_name_wait_after_twenty_but_not_its_own_devices() {
        IntStream.range(0, 20).forEach(each -> guess(1, "alice", "a" + each));

        refused(new Attempt("alice", "elsewhere", false));
        let(new Attempt("alice", "at home", true));
        let(new Attempt("bob", "elsewhere", false));
    }

    private void guess(int times, String username, String address) {
        IntStream.range(0, times).forEach(each -> throttle.wrong(new Attempt(username, address, false)));
    }

    private void refused(Attempt attempt) {
        assertThatThrownBy(() -> throttle.check(attempt)).isInstanceOf(Refused.class);
    }

    private void let(Attempt attempt) {
        assertThatCode(() -> throttle.check(attempt)).doesNotThrowAnyException();
    }
}
