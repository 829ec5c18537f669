package im.sparrow.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Every topic of the suite: its name, what its key is, how long it keeps a record.
 *
 * <p>Topics are made by launcher or operator from this list (the broker makes none by itself). The number of partitions
 * is fixed for the life of a topic's version, since the order of a conversation hangs on it.
 */
public final class Topics {

    /** Partitions of a partitioned topic in production. */
    public static final int PARTITIONS = 48;

    /** Partitions of a partitioned topic on one machine. */
    public static final int LOCAL_PARTITIONS = 6;

    /** Key conversationId. What people and services ask of the message log. */
    public static final Topic MESSAGE_COMMAND = Topic.kept("im.message-command.v1", Duration.ofDays(7));

    /** Key conversationId. The public frames, in the order of the log. */
    public static final Topic MESSAGE_EVENT = Topic.kept("im.message-event.v1", Duration.ofDays(7));

    /** Key conversationId. Read and delivered marks, coalesced. */
    public static final Topic CURSOR = Topic.kept("im.cursor.v1", Duration.ofDays(1));

    /** Key userId. Hints for one user's devices, and moved marks with their numbers. */
    public static final Topic USER_EVENT = Topic.kept("im.user-event.v1", Duration.ofDays(1));

    /** Key userId. Public profiles and status; a deleted account is a record that says so. */
    public static final Topic ACCOUNT = Topic.compacted("im.account.v1", Duration.ofDays(1));

    /** Key sid, userId or roleId. What makes tokens stale; read whole by every instance. */
    public static final Topic REVOCATION = Topic.kept("im.revocation.v1", Duration.ofHours(2));

    /** Key = the record's own id. What administration did, to whom, from where. */
    public static final Topic AUDIT = Topic.kept("im.audit.v1", Duration.ofDays(90));

    /** Source topics' unprocessable records: reason in the headers, no bodies. */
    public static final Topic MESSAGE_COMMAND_DLT = Topic.kept("im.message-command.v1.dlt", Duration.ofDays(30));

    /** As above, for marks. */
    public static final Topic CURSOR_DLT = Topic.kept("im.cursor.v1.dlt", Duration.ofDays(30));

    /** As above, for accounts. */
    public static final Topic ACCOUNT_DLT = Topic.kept("im.account.v1.dlt", Duration.ofDays(30));

    /** All of the above. */
    public static final List<Topic> ALL = List.of(
            MESSAGE_COMMAND,
            MESSAGE_EVENT,
            CURSOR,
            USER_EVENT,
            ACCOUNT,
            REVOCATION,
            AUDIT,
            MESSAGE_COMMAND_DLT,
            CURSOR_DLT,
            ACCOUNT_DLT);

    private Topics() {}

    /**
     * The partition of a key: murmur2 of its decimal text, as Kafka's own default partitioner counts it. Written out
     * here so that the order of a conversation does not hang on a client's default.
     *
     * @param key the record's key, as it stands in the record
     * @param partitions the topic's number of partitions, 1 or more
     */
    public static int partition(String key, int partitions) {
        return (Murmur2.hash(key.getBytes(StandardCharsets.UTF_8)) & 0x7fffffff) % partitions;
    }

    /** The partition of an id's records. */
    public static int partition(Id key, int partitions) {
        return partition(key.toString(), partitions);
    }

    /**
     * One topic.
     *
     * @param name its name, with its version
     * @param retention how long a record is kept; for a compacted topic the longest wait before it is compacted
     * @param compacted whether only the newest record of a key is kept for good
     */
    public record Topic(String name, Duration retention, boolean compacted) {

        static Topic kept(String name, Duration retention) {
            return new Topic(name, retention, false);
        }

        static Topic compacted(String name, Duration maxLag) {
            return new Topic(name, maxLag, true);
        }
    }
}
