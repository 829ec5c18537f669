package im.sparrow.message.inbox;

import im.sparrow.message.sql.Database;
import im.sparrow.message.sql.Jdbc;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Which life of the log this is: a restore gives it another one. Looked up again every five seconds at most. */
@Singleton
public class Epoch {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Database database;
    private final InstantSource time;
    private volatile @Nullable Held held;

    private record Held(String epoch, Instant until) {}

    Epoch(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /** The epoch, 1 to 36 characters. */
    public String now() {
        Held known = held;
        Instant now = time.instant();
        if (known == null || now.isAfter(known.until())) {
            known = new Held(read(), now.plus(KEPT));
            held = known;
        }
        return known.epoch();
    }

    private String read() {
        String sql = "SELECT /* epoch */ epoch FROM log_epoch WHERE id = ?";
        return database.with(connection -> Jdbc.list(connection, sql, p -> p.number(1), c -> c.text()))
                .getFirst();
    }
}
