package im.sparrow.platform.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The published keys, held here: asked for at start until they come, then every five minutes and when a token names an
 * unknown one, never once per request. While their owner is away the known ones stay.
 */
@Singleton
public class VerificationKeys {

    private static final Logger LOG = Logger.getLogger(VerificationKeys.class);

    /** The shortest time between two questions, so that made-up key names cannot flood the owner. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Duration RENEWAL = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** Callers that may wait for an unknown key at once; who comes after them is told that there is none. */
    private static final int MAX_WAITING = 16;

    private final KeySource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition answered = lock.newCondition();
    private volatile Map<String, Key> keys = Map.of();
    private long lastAnswer = System.nanoTime() - RENEWAL.toNanos();
    private boolean wanted;
    private int waiting;
    private @Nullable Thread thread;

    VerificationKeys(KeySource source) {
        this.source = source;
    }

    void start(@Observes StartupEvent starting) {
        thread = Thread.ofVirtual().name("verification-keys").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether any key is known: before that no token can be verified. */
    public boolean known() {
        return !keys.isEmpty();
    }

    /** The key of this name. Waits up to two seconds for an answer when it is unknown and may be asked for. */
    Optional<Key> find(@Nullable String kid) {
        if (kid == null) {
            return Optional.empty();
        }
        Key key = keys.get(kid);
        return key != null || !askAndWait() ? Optional.ofNullable(key) : Optional.ofNullable(keys.get(kid));
    }

    /** Whether this very key stands under this name now; nobody is asked. */
    boolean publishes(String kid, Key key) {
        return key.equals(keys.get(kid));
    }

    /** False when the last answer is too young to ask again. */
    private boolean askAndWait() {
        lock.lock();
        try {
            long before = lastAnswer;
            boolean young = known() && System.nanoTime() - before < PAUSE.toNanos();
            if (young || waiting >= MAX_WAITING) {
                return false;
            }
            waiting++;
            wanted = true;
            asked.signal();
            long left = WAIT.toNanos();
            while (lastAnswer == before && left > 0) {
                left = answered.awaitNanos(left);
            }
            waiting--;
            return lastAnswer != before;
        } catch (InterruptedException e) {
            waiting--;
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                boolean had = ask();
                awaitNeed(had ? RENEWAL : RETRY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ask() throws InterruptedException {
        try {
            Map<String, Key> answer = Jwks.read(source.jwks());
            if (!answer.isEmpty()) {
                keys = answer;
            }
            return known();
        } catch (IOException | JoseException e) {
            LOG.debugf("the keys cannot be had now: %s", e.toString());
            return false;
        } finally {
            lock.lock();
            try {
                lastAnswer = System.nanoTime();
                wanted = false;
                answered.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void awaitNeed(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!wanted && left > 0) {
                left = asked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
