package im.sparrow.local.layout;

import java.util.List;
import java.util.Optional;

/** The six services, in the order in which they are started: each comes after those it asks. */
public enum Service {
    /** Accounts and tokens. Hashing a password takes memory outside of nothing but its heap. */
    AUTH("auth-service", 2, 192, "sparrow_auth"),
    /** Friends and groups. */
    SOCIAL("social-service", 3, 160, "sparrow_social"),
    /** The message log. */
    MESSAGE("message-service", 4, 256, "sparrow_message"),
    /** The public door. */
    GATEWAY("chat-gateway", 0, 256, "") {
        /** What it holds are sockets, for hours: little that is young, and not much room beside what lives. */
        @Override
        public List<String> flags() {
            return List.of("-XX:MaxNewSize=32m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=14");
        }
    },
    /** The administrators' door. */
    ADMIN("admin-service", 1, 96, ""),
    /** The bots. */
    BOT("bot-service", 5, 96, "");

    private final String title;
    private final int offset;
    private final int heap;
    private final String schema;

    Service(String title, int offset, int heap, String schema) {
        this.title = title;
        this.offset = offset;
        this.heap = heap;
        this.schema = schema;
    }

    /** Its name everywhere: folder, log, pid file, messages. */
    public String title() {
        return title;
    }

    /** Its place in the block of ports. */
    int offset() {
        return offset;
    }

    /** The largest heap on one machine, MB. */
    public int heap() {
        return heap;
    }

    /** More flags of its JVM than all have. */
    public List<String> flags() {
        return List.of();
    }

    /** Its schema and the user of the same name; empty for a service without tables. */
    public Optional<String> schema() {
        return schema.isEmpty() ? Optional.empty() : Optional.of(schema);
    }

    /** The secret that holds the password of its schema. */
    public String passwordName() {
        return "DB_PASSWORD_" + name();
    }
}
