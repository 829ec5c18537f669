package im.sparrow.auth.password;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes and checks passwords on as many platform threads as there are cores, with a short queue before them; beyond it
 * the caller is told to come again.
 */
@Singleton
public class Passwords {

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final ThreadPoolExecutor pool;
    private final SecureRandom random = new SecureRandom();

    /** Checked for a name that does not exist, so that it takes the same time. */
    private final String nobodys;

    private final int memory;
    private final int passes;

    Passwords(PasswordConfig config) {
        this.memory = config.memory();
        this.passes = config.passes();
        int cores = Runtime.getRuntime().availableProcessors();
        this.pool = new ThreadPoolExecutor(
                cores,
                cores,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()),
                Thread.ofPlatform().name("passwords-", 0).daemon(true).factory());
        pool.allowCoreThreadTimeOut(true);
        this.nobodys = Argon2.of("nobody", salt(), memory, passes).toString();
    }

    /**
     * The self-describing hash of a password, with a salt of its own.
     *
     * @throws Refused {@code busy} when too many wait already
     */
    public String hash(String password) {
        return inPool(() -> Argon2.of(password, salt(), memory, passes).toString());
    }

    /**
     * Whether the password is the one of the stored hash; as slow without a hash, and then false.
     *
     * @throws Refused {@code busy} when too many wait already
     */
    public boolean check(String password, Optional<String> stored) {
        return inPool(() -> Argon2.read(stored.orElse(nobodys)).matches(password) && stored.isPresent());
    }

    /** Whether a stored hash was made at other costs than today's, and is to be made again. */
    public boolean outdated(String stored) {
        Argon2 read = Argon2.read(stored);
        return read.memory() != memory || read.passes() != passes || read.lanes() != Argon2.LANES;
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> T inPool(Callable<T> work) {
        try {
            Future<T> future = pool.submit(work);
            return future.get();
        } catch (RejectedExecutionException full) {
            throw busy();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a password was not hashed", fault.getCause());
        }
    }

    private static Refused busy() {
        return new Refused(Problem.BUSY, "Too many people are logging in just now; try again in a moment.")
                .retryAfter(COME_AGAIN);
    }
}
