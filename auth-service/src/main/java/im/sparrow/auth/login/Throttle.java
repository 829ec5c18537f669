package im.sparrow.auth.login;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Slows down guessing: per user name and address together, so that nobody can lock somebody else out, and more patiently
 * per address alone, against one password tried on many names. Each instance counts by itself.
 */
@Singleton
class Throttle {

    /** An address may be a whole office. */
    private static final int ADDRESS_PATIENCE = 10;

    private final Attempts byNameAndAddress;
    private final Attempts byAddress;
    private final InstantSource time;

    Throttle(LoginConfig config, InstantSource time) {
        this.byNameAndAddress = new Attempts(config.freeAttempts(), config.longestWait(), config.remembered());
        this.byAddress =
                new Attempts(config.freeAttempts() * ADDRESS_PATIENCE, config.longestWait(), config.remembered());
        this.time = time;
    }

    /** @throws Refused {@code rate_limited} with the time to wait */
    void check(String username, String address) {
        Duration one = byNameAndAddress.wait(key(username, address), time.instant());
        Duration other = byAddress.wait(address, time.instant());
        Duration wait = one.compareTo(other) > 0 ? one : other;
        if (wait.isPositive()) {
            // Rounded up, so that who waits as told does not come a moment early.
            throw new Refused(Problem.RATE_LIMITED, "Too many wrong attempts; wait a moment.")
                    .retryAfter(Duration.ofSeconds(wait.plusMillis(999).toSeconds()));
        }
    }

    void wrong(String username, String address) {
        byNameAndAddress.wrong(key(username, address), time.instant());
        byAddress.wrong(address, time.instant());
    }

    void right(String username, String address) {
        byNameAndAddress.right(key(username, address));
    }

    private static String key(String username, String address) {
        return username + ' ' + address;
    }
}
