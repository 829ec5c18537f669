package im.sparrow.platform.copies;

import im.sparrow.platform.core.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Runs every comparison of this service, one run at a time. */
@Singleton
class Comparisons {

    private static final Logger LOG = Logger.getLogger(Comparisons.class);

    private final List<Comparison> all;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final AtomicLong comparedAt = new AtomicLong();
    private final ReentrantLock running = new ReentrantLock();

    Comparisons(@All List<Comparison> all, MeterRegistry meters, InstantSource clock) {
        this.all = all;
        this.meters = meters;
        this.clock = clock;
        meters.gauge("sparrow.copies.compared.at", comparedAt);
    }

    @Scheduled(cron = "{sparrow.copies.at}", concurrentExecution = ConcurrentExecution.SKIP)
    void nightly() {
        tryAll();
    }

    // Once: the next time is a year away, long after the night's.
    @Scheduled(
            every = "8760h",
            delayed = "{sparrow.copies.after-start}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void afterStart() {
        tryAll();
    }

    private void tryAll() {
        try {
            compare();
        } catch (Refused away) {
            LOG.warnf("copies are compared another time: %s", away.getMessage());
        }
    }

    /** Compares all copies now; answers how many things were put right. */
    int compare() {
        running.lock();
        try {
            int repaired = 0;
            for (Comparison each : all) {
                int differed = each.compare();
                counter(each).increment(differed);
                if (differed > 0) {
                    LOG.warnf(
                            "the copy of %s differed from its owner in %d things; they are as the owner's now",
                            each.name(), differed);
                } else {
                    LOG.infof("the copy of %s is as its owner has it", each.name());
                }
                repaired += differed;
            }
            comparedAt.set(clock.instant().getEpochSecond());
            return repaired;
        } finally {
            running.unlock();
        }
    }

    private Counter counter(Comparison of) {
        return Counter.builder("sparrow.copies.repaired")
                .description("things in which a copy differed from its owner")
                .tag("copy", of.name())
                .register(meters);
    }
}
