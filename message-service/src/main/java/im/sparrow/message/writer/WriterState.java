package im.sparrow.message.writer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How the writer does, for health and metrics.
 *
 * <pre>
 *   STARTING ── partitions assigned ──▶ WRITING ◀── it is back ── AWAY (database or broker)
 *        any ── a fault of ours ──▶ FAILED: only a restart helps
 * </pre>
 */
@Singleton
class WriterState {

    /** Where the writer is. */
    enum Phase {
        STARTING,
        WRITING,
        AWAY,
        FAILED
    }

    /** A batch that takes longer waits for something that does not say that it is away. */
    static final Duration STUCK = Duration.ofSeconds(10);

    private static final long IDLE = Long.MIN_VALUE;

    private final DistributionSummary batches;
    private final Timer transactions;
    private final Timer publications;
    private final Counter dead;
    private final Counter newer;
    private final AtomicLong lag = new AtomicLong();
    private volatile Phase phase = Phase.STARTING;
    private volatile @Nullable String missing;
    private volatile long busySince = IDLE;

    WriterState(MeterRegistry meters) {
        batches = DistributionSummary.builder("sparrow.log.batch")
                .description("commands decided in one transaction")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        transactions = Timer.builder("sparrow.log.transaction")
                .description("from the first look to the commit")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        publications = Timer.builder("sparrow.log.publish")
                .description("until the broker has a batch's frames")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        dead = Counter.builder("sparrow.log.dead")
                .description("commands that nobody could be told about")
                .register(meters);
        newer = Counter.builder("sparrow.log.newer")
                .description("commands of a kind that this version does not know")
                .register(meters);
        meters.gauge("sparrow.log.lag", lag);
    }

    void writing() {
        phase = Phase.WRITING;
        missing = null;
    }

    void away(String what) {
        phase = Phase.AWAY;
        missing = what;
    }

    void failed() {
        phase = Phase.FAILED;
    }

    void busy() {
        busySince = System.nanoTime();
    }

    void idle() {
        busySince = IDLE;
    }

    /** Whether commands that come now are decided now. */
    boolean writes() {
        long since = busySince;
        boolean stuck = since != IDLE && System.nanoTime() - since > STUCK.toNanos();
        return phase == Phase.WRITING && !stuck;
    }

    Phase phase() {
        return phase;
    }

    /** What is missing while the writer is away, else an empty text. */
    String missing() {
        String what = missing;
        return what == null ? "" : what;
    }

    void stored(int commands, long nanos) {
        batches.record(commands);
        transactions.record(Duration.ofNanos(nanos));
    }

    void published(long nanos) {
        publications.record(Duration.ofNanos(nanos));
    }

    void buried() {
        dead.increment();
    }

    void passedOver() {
        newer.increment();
    }

    void lag(long records) {
        lag.set(records);
    }
}
