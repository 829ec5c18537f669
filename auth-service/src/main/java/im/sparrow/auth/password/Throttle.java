package im.sparrow.auth.password;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Slows down guessing, three ways: per user name and address together; more patiently per address, against one password
 * tried on many names; and per name from wherever, against many addresses. The last does not concern a device that has
 * logged in to the account before, so its owner is never locked out by others. Each instance counts by itself.
 */
@Singleton
public class Throttle {

    /** An address may be a whole office. */
    private static final int ADDRESS_PATIENCE = 10;

    /** An owner may be on many devices that nobody knows yet. */
    private static final int NAME_PATIENCE = 4;

    private final Attempts byNameAndAddress;
    private final Attempts byAddress;
    private final Attempts byName;
    private final InstantSource time;

    Throttle(PasswordConfig config, InstantSource time) {
        this.byNameAndAddress = attempts(config, 1);
        this.byAddress = attempts(config, ADDRESS_PATIENCE);
        this.byName = attempts(config, NAME_PATIENCE);
        this.time = time;
    }

    private static Attempts attempts(PasswordConfig config, int patience) {
        return new Attempts(config.freeAttempts() * patience, config.longestWait(), config.remembered());
    }

    /**
     * Who tries.
     *
     * @param username the name in its normal form
     * @param address from where
     * @param known whether the device has logged in to this account before
     */
    public record Attempt(String username, String address, boolean known) {

        private String both() {
            return username + ' ' + address;
        }
    }

    /** @throws Refused {@code rate_limited} with the time to wait */
    public void check(Attempt attempt) {
        Duration wait = longer(
                byNameAndAddress.wait(attempt.both(), time.instant()),
                byAddress.wait(attempt.address(), time.instant()));
        if (!attempt.known()) {
            wait = longer(wait, byName.wait(attempt.username(), time.instant()));
        }
        if (wait.isPositive()) {
            // Rounded up, so that who waits as told does not come a moment early.
            throw new Refused(Problem.RATE_LIMITED, "Too many wrong attempts; wait a moment.")
                    .retryAfter(Duration.ofSeconds(wait.plusMillis(999).toSeconds()));
        }
    }

    /** One more wrong attempt. */
    public void wrong(Attempt attempt) {
        byNameAndAddress.wrong(attempt.both(), time.instant());
        byAddress.wrong(attempt.address(), time.instant());
        byName.wrong(attempt.username(), time.instant());
    }

    /** A right attempt; others' wrong ones from elsewhere are not forgotten for it. */
    public void right(Attempt attempt) {
        byNameAndAddress.right(attempt.both());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
