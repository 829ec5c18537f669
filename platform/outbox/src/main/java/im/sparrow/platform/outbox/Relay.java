package im.sparrow.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.platform.kafka.Producers;
import im.sparrow.platform.outbox.OutboxTable.Backlog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out the {@link Plan} on a thread of its own, for as long as the service runs. A database or broker that is
 * away is waited for without end.
 */
@Singleton
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK_AT_BACKLOG = Duration.ofSeconds(5);
    private static final int PURGE_ROWS = 1_000;

    private final OutboxConfig config;
    private final InstantSource clock;
    private final OutboxTable table;
    private final RelayLease lease;
    private final RelayBroker broker;
    private final Signal news = new Signal();
    private final Signal sent = new Signal();
    private final Thread thread;
    private final Plan plan;

    private volatile boolean stopping;
    private volatile Backlog backlog = new Backlog(0, Optional.empty());
    private volatile boolean leading;
    private long backlogLooked = System.nanoTime() - LOOK_AT_BACKLOG.toNanos();
    private long newsHeard;
    private Instant newestSent = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    Relay(
            OutboxConfig config,
            InstantSource clock,
            DataSource database,
            Producers producers,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this(
                config,
                clock,
                database,
                new RelayBroker(
                        () -> producers.create(
                                service + "-outbox", Duration.ZERO, config.delivery(), config.maxBlock()),
                        json));
    }

    Relay(OutboxConfig config, InstantSource clock, DataSource database, RelayBroker broker) {
        this.config = config;
        this.clock = clock;
        this.table = new OutboxTable(database);
        this.lease = new RelayLease(database, config.lease());
        this.broker = broker;
        var need = config.delivery().plus(config.maxBlock()).plus(MARGIN);
        this.plan = new Plan(
                new Plan.Numbers(config.tick(), config.lease(), need, config.again(), PURGE_EVERY, config.batch()),
                System.nanoTime());
        this.thread = Thread.ofPlatform().name("outbox-relay").daemon(true).unstarted(this::run);
    }

    void begin(@Observes StartupEvent starting) {
        if (config.relay()) {
            start();
        }
    }

    void end(@Observes ShutdownEvent ending) throws InterruptedException {
        stop();
    }

    /** Once only. */
    void start() {
        thread.start();
    }

    /** Lets a wave that is under way end, and gives the lease back. */
    void stop() throws InterruptedException {
        stopping = true;
        news.raise();
        thread.join(config.delivery().plus(config.maxBlock()).toMillis());
    }

    /** Somebody committed rows. */
    void wake() {
        news.raise();
    }

    /** Raised each time rows were marked here. */
    Signal sent() {
        return sent;
    }

    /** What waited when it was looked at last, a few seconds ago at most. */
    Backlog backlog() {
        return backlog;
    }

    /** Whether this instance's relay is the one that publishes. */
    boolean leading() {
        return leading;
    }

    /** Whether the broker did not take the last wave. */
    boolean brokerAway() {
        return broker.away();
    }

    /** Whether the thread has ended though nobody stopped it: only a restart helps. */
    boolean dead() {
        return !stopping && thread.getState() == Thread.State.TERMINATED;
    }

    private void run() {
        try (broker) {
            while (!stopping) {
                oneStep();
            }
            lease.release();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException away) {
            LOG.debugf("lease not given back, it runs out by itself: %s", away.getMessage());
        }
    }

    private void oneStep() throws InterruptedException {
        if (broker.lostSinceAsked()) {
            plan.brokerLost(System.nanoTime());
        }
        try {
            perform(plan.next(System.nanoTime()));
        } catch (SQLException away) {
            LOG.warnf("the database did not answer the outbox: %s", away.getMessage());
            TimeUnit.NANOSECONDS.sleep(config.tick().toNanos());
        }
        leading = plan.leads(System.nanoTime());
    }

    private void perform(Step step) throws SQLException, InterruptedException {
        switch (step) {
            case Step.TakeLease take -> takeLease();
            case Step.BeginAgain begin -> plan.againBegun(lease.noteAgain(newestSent.minus(config.again())));
            case Step.LoadSent load -> plan.sentLoaded(table.sentAfter(load.after(), plan.sentLimit()));
            case Step.EndAgain end -> {
                lease.forgetAgain();
                plan.againEnded();
            }
            case Step.LoadUnsent load -> plan.unsentLoaded(table.unsent(load.afterKey(), config.batch()));
            case Step.Publish publish -> plan.published(broker.publish(publish.wave()), System.nanoTime());
            case Step.MarkSent mark -> mark(mark);
            case Step.Purge purge ->
                plan.purged(table.purge(newestSent.minus(config.keep()), PURGE_ROWS) == PURGE_ROWS, System.nanoTime());
            case Step.Rest rest -> rest(rest);
        }
    }

    private void takeLease() throws SQLException {
        long asked = System.nanoTime();
        Plan.Lease outcome = lease.take();
        if (outcome == Plan.Lease.TAKEN) {
            newestSent = table.newestSent().orElse(newestSent);
            LOG.info("this instance publishes the outbox");
        }
        plan.leased(outcome, asked);
    }

    private void mark(Step.MarkSent mark) throws SQLException {
        table.markSent(mark.rows(), laterThanNewest());
        plan.marked();
        sent.raise();
    }

    /** Moments of sending only grow, whatever the clock does: they are the order in which rows are sent again. */
    private Instant laterThanNewest() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        newestSent = now.isAfter(newestSent) ? now : newestSent.plus(1, ChronoUnit.MICROS);
        return newestSent;
    }

    private void rest(Step.Rest rest) throws SQLException, InterruptedException {
        if (System.nanoTime() - backlogLooked > LOOK_AT_BACKLOG.toNanos()) {
            backlogLooked = System.nanoTime();
            backlog = table.backlog();
        }
        if (rest.deaf()) {
            TimeUnit.NANOSECONDS.sleep(rest.nanos());
        } else {
            newsHeard = news.await(newsHeard, rest.nanos());
        }
        plan.news();
    }
}
