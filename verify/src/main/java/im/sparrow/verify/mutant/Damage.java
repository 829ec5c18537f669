package im.sparrow.verify.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Something done to the log's tables, with what the log's own process knows of its database, and undone at the end. */
final class Damage implements AutoCloseable {

    private static final long AGAIN_MS = 250;

    /** What is done. */
    enum Kind {
        /** A sender's id may stand twice; the index keeps its name, by which statements ask for it. */
        NO_UNIQUE_KEY(
                List.of("ALTER TABLE message DROP INDEX message_client_id,"
                        + " ADD INDEX message_client_id (conversation_id, sender_id, client_msg_id)"),
                "",
                List.of(
                        "UPDATE message m JOIN (SELECT conversation_id c, sender_id s, client_msg_id x, MIN(seq) f"
                                + " FROM message GROUP BY conversation_id, sender_id, client_msg_id HAVING COUNT(*) > 1) d"
                                + " ON m.conversation_id = d.c AND m.sender_id = d.s AND m.client_msg_id = d.x"
                                + " AND m.seq > d.f SET m.client_msg_id = UNHEX(MD5(CONCAT(m.conversation_id, '-', m.seq)))",
                        "ALTER TABLE message DROP INDEX message_client_id,"
                                + " ADD UNIQUE KEY message_client_id (conversation_id, sender_id, client_msg_id)")),
        /** A conversation forgets its newest number, again and again. */
        REUSED_NUMBERS(
                List.of("ALTER TABLE message DROP PRIMARY KEY, ADD PRIMARY KEY (conversation_id, seq, id)"),
                "UPDATE conversation SET last_seq = last_seq - 1 WHERE last_seq > 20 ORDER BY last_activity DESC LIMIT 1",
                List.of(
                        "DELETE a FROM message a JOIN message b ON a.conversation_id = b.conversation_id"
                                + " AND a.seq = b.seq AND a.id > b.id",
                        "ALTER TABLE message DROP PRIMARY KEY, ADD PRIMARY KEY (conversation_id, seq)"));

        private final List<String> begin;
        private final String again;
        private final List<String> end;

        Kind(List<String> begin, String again, List<String> end) {
            this.begin = begin;
            this.again = again;
            this.end = end;
        }

        /** What is done at first. */
        List<String> begin() {
            return begin;
        }

        /** How it is undone. */
        List<String> end() {
            return end;
        }
    }

    private final Kind kind;
    private final Connection connection;
    private final Thread repeats;

    /** Does it, in the database that the process of this number uses. */
    Damage(Kind kind, long pid) throws SQLException {
        Map<String, String> words = environment(pid);
        this.kind = kind;
        this.connection = DriverManager.getConnection(
                words.get("SPARROW_DB_URL"), words.get("SPARROW_DB_USER"), words.get("SPARROW_DB_PASSWORD"));
        run(kind.begin);
        this.repeats = Thread.ofVirtual().name("damage").start(this::repeat);
    }

    private static Map<String, String> environment(long pid) {
        try {
            String all = Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\0"))
                    .filter(word -> word.contains("="))
                    .collect(Collectors.toMap(
                            word -> word.substring(0, word.indexOf('=')),
                            word -> word.substring(word.indexOf('=') + 1),
                            (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void repeat() {
        try {
            while (!kind.again.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(AGAIN_MS);
                run(List.of(kind.again));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("the damage could not be done", e);
        }
    }

    private void run(List<String> statements) throws SQLException {
        synchronized (connection) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** Stops doing it, so that the end of a run is quiet. */
    void rest() throws InterruptedException {
        repeats.interrupt();
        repeats.join();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            run(kind.end);
        }
    }
}
