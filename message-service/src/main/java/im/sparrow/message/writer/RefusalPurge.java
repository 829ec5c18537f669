package im.sparrow.message.writer;

import im.sparrow.message.sql.Database;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.platform.core.Refused;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Deletes refusals that nobody can ask for any more: clients give up ids older than seven days. */
@Singleton
class RefusalPurge {

    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = Logger.getLogger(RefusalPurge.class);
    private static final int ROWS = 1_000;
    private static final int ROUNDS = 100;

    private final Database database;
    private final InstantSource time;

    RefusalPurge(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        Instant oldest = time.instant().minus(KEPT);
        try {
            for (int round = 0; round < ROUNDS && delete(oldest) == ROWS; round++) {
                LOG.debugf("deleted %d refusals", ROWS);
            }
        } catch (Refused away) {
            LOG.debug("refusals are deleted another time");
        }
    }

    private int delete(Instant oldest) {
        String sql = "DELETE /* refusals.purge */ FROM refusal WHERE created_at < ? LIMIT ?";
        return database.with(
                connection -> Jdbc.update(connection, sql, p -> p.time(oldest).number(ROWS)));
    }
}
