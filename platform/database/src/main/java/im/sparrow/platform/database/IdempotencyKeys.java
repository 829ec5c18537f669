package im.sparrow.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Does a creating request once: its answer is a row of the same transaction as what it made, so either both are there or
 * neither. A repeat within a day gets the first answer; while the first is at work it gets {@code in_progress}, from
 * whichever instance, since the row is locked; another body gets {@code idempotency_key_reused}. A refusal is not kept.
 */
@Singleton
public class IdempotencyKeys {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Rows that one {@link #purge} deletes. */
    public static final int PURGE_ROWS = 1_000;

    private static final String WHERE = " WHERE user_id = ? AND route = ? AND request_key = ?";
    private static final int MYSQL_NOWAIT = 3572;
    private static final int LOCK_WAIT = 1205;
    private static final int DUPLICATE = 1062;

    private final DataSource database;
    private final ObjectMapper json;
    private final InstantSource clock;

    IdempotencyKeys(DataSource database, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work in a transaction of its own (see {@link Transactions#retried}), or gives the answer it had before.
     *
     * @param type the answer's type: what can be written as JSON and read back
     * @throws Refused {@code in_progress}, {@code idempotency_key_reused}, or whatever the work refuses
     */
    public <T> Answered<T> once(CreatingRequest request, Class<T> type, Supplier<T> work) {
        String key = request.key();
        if (key == null) {
            return new Answered<>(Transactions.retried(work), false);
        }
        var row = new Row(request, key, hash(request.body()));
        return Transactions.retried(() -> {
            try (var connection = database.getConnection()) {
                var known = known(connection, row);
                if (known.isPresent()) {
                    return new Answered<>(read(known.get(), type), true);
                }
                claim(connection, row);
                T answer = work.get();
                keep(connection, row, text(answer));
                return new Answered<>(answer, false);
            } catch (SQLException failed) {
                throw refusal(failed);
            }
        });
    }

    /** Deletes answers older than {@link #KEPT}, some of them; answers how many. Services call it by the hour. */
    public int purge() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "DELETE FROM idempotency_key WHERE created_at < ? ORDER BY created_at LIMIT ?")) {
            delete.setObject(1, utc(clock.instant().minus(KEPT)));
            delete.setInt(2, PURGE_ROWS);
            return delete.executeUpdate();
        } catch (SQLException away) {
            throw new IllegalStateException("idempotency keys were not purged", away);
        }
    }

    private record Row(CreatingRequest request, String key, String bodyHash) {

        int bind(PreparedStatement statement, int first) throws SQLException {
            statement.setLong(first, request.userId().value());
            statement.setString(first + 1, request.route());
            statement.setString(first + 2, key);
            return first + 3;
        }
    }

    private Optional<String> known(Connection connection, Row row) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT body_hash, answer, created_at FROM idempotency_key" + WHERE + " FOR UPDATE NOWAIT")) {
            row.bind(select, 1);
            try (var found = select.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                if (found.getObject(3, LocalDateTime.class)
                        .isBefore(utc(clock.instant().minus(KEPT)))) {
                    forget(connection, row);
                    return Optional.empty();
                }
                if (!found.getString(1).equals(row.bodyHash())) {
                    throw new Refused(
                            Problem.IDEMPOTENCY_KEY_REUSED,
                            "This Idempotency-Key belongs to another request; use a new one for each.");
                }
                return Optional.of(found.getString(2));
            }
        }
    }

    private void claim(Connection connection, Row row) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO idempotency_key"
                + " (user_id, route, request_key, body_hash, created_at) VALUES (?, ?, ?, ?, ?)")) {
            int next = row.bind(insert, 1);
            insert.setString(next, row.bodyHash());
            insert.setObject(next + 1, utc(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException failed) {
            if (failed.getErrorCode() == DUPLICATE) {
                throw inProgress();
            }
            throw failed;
        }
    }

    private static void keep(Connection connection, Row row, String answer) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE idempotency_key SET answer = ?" + WHERE)) {
            update.setString(1, answer);
            row.bind(update, 2);
            update.executeUpdate();
        }
    }

    private static void forget(Connection connection, Row row) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM idempotency_key" + WHERE)) {
            row.bind(delete, 1);
            delete.executeUpdate();
        }
    }

    private static RuntimeException refusal(SQLException failed) {
        // The two servers' words for "locked by another", since nobody waits here.
        return failed.getErrorCode() == MYSQL_NOWAIT || failed.getErrorCode() == LOCK_WAIT
                ? inProgress()
                : new IllegalStateException("the idempotency key was not kept", failed);
    }

    private static Refused inProgress() {
        return new Refused(Problem.IN_PROGRESS, "The same request is being worked on; ask again in a second.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private String hash(Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text(body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private String text(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("an answer must be JSON", unwritable);
        }
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("an answer of ours cannot be read back", unreadable);
        }
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
