package im.sparrow.doctor;

import static im.sparrow.doctor.Question.REPAIR;
import static im.sparrow.doctor.Schema.MESSAGE;

import java.util.List;

/** What must hold in the message log, whatever happened to it. */
final class MessageQuestions {

    private static final String BACKUP =
            "a message is gone that the log had: restore message-service's database from a backup (docs/operate.md)";
    private static final String WRITER =
            "nothing but the log's writer makes such rows: find who wrote to this database by hand, and restore";
    private static final String MEMBER = "CONCAT('conversation ', m.conversation_id, ', member ', m.user_id, ': ";

    private MessageQuestions() {}

    static List<Question> all() {
        return List.of(numbers(), heads(), counted(), changes(), intervals(), earlier(), marks(), unread(), orphans());
    }

    private static Question numbers() {
        return new Question(
                "numbers", "every conversation's messages are numbered from 1 to its head", MESSAGE, """
                SELECT CONCAT('conversation ', c.id, ': ', COUNT(m.seq), ' messages numbered ', COALESCE(MIN(m.seq), 0),
                    ' to ', COALESCE(MAX(m.seq), 0), ', head ', c.last_seq)
                FROM conversation c LEFT JOIN message m ON m.conversation_id = c.id GROUP BY c.id, c.last_seq
                HAVING COUNT(m.seq) <> COALESCE(MAX(m.seq), 0) OR MIN(m.seq) <> 1 OR c.last_seq > COALESCE(MAX(m.seq), 0)
                """, BACKUP);
    }

    private static Question heads() {
        return new Question(
                "heads",
                "no conversation's head is behind its messages",
                MESSAGE,
                """
                SELECT CONCAT('conversation ', c.id, ': head ', c.last_seq, ', newest message ', MAX(m.seq))
                FROM conversation c JOIN message m ON m.conversation_id = c.id GROUP BY c.id, c.last_seq
                HAVING MAX(m.seq) > c.last_seq
                """,
                REPAIR,
                // Only ever raised: a head that were lowered would give a number twice.
                """
                UPDATE conversation c JOIN (SELECT conversation_id k, MAX(seq) s FROM message GROUP BY conversation_id) v
                ON v.k = c.id SET c.last_seq = v.s WHERE c.last_seq < v.s
                """);
    }

    private static Question counted() {
        return new Question(
                "countable",
                "every message and every head says how many countable messages there are up to it",
                MESSAGE,
                """
                SELECT CONCAT('conversation ', v.k, ', message ', v.s, ': counted ', v.n, ', is ', v.r) FROM
                (SELECT conversation_id k, seq s, countable_no n,
                    SUM(countable) OVER (PARTITION BY conversation_id ORDER BY seq) r FROM message) v WHERE v.n <> v.r
                UNION ALL SELECT CONCAT('conversation ', c.id, ': counted ', c.last_countable_no, ', is ',
                    COALESCE(SUM(m.countable), 0))
                FROM conversation c LEFT JOIN message m ON m.conversation_id = c.id GROUP BY c.id, c.last_countable_no
                HAVING COALESCE(SUM(m.countable), 0) <> c.last_countable_no
                """,
                REPAIR,
                """
                UPDATE message m JOIN (SELECT conversation_id k, seq s,
                    SUM(countable) OVER (PARTITION BY conversation_id ORDER BY seq) r FROM message) v
                ON v.k = m.conversation_id AND v.s = m.seq SET m.countable_no = v.r WHERE m.countable_no <> v.r
                """,
                """
                UPDATE conversation c JOIN
                    (SELECT conversation_id k, SUM(countable) r FROM message GROUP BY conversation_id) v ON v.k = c.id
                SET c.last_countable_no = v.r WHERE c.last_countable_no <> v.r
                """);
    }

    private static Question changes() {
        return new Question(
                "changes", "no change number is used twice or is above its head", MESSAGE, """
                SELECT CONCAT('conversation ', c.id, ': change head ', c.last_change_seq, ', newest change ',
                    MAX(m.change_seq), ', changed messages ', COUNT(m.change_seq))
                FROM conversation c JOIN message m ON m.conversation_id = c.id GROUP BY c.id, c.last_change_seq
                HAVING MAX(m.change_seq) > c.last_change_seq OR COUNT(m.change_seq) > COUNT(DISTINCT m.change_seq)
                """, REPAIR, """
                UPDATE conversation c JOIN
                    (SELECT conversation_id k, MAX(change_seq) s FROM message GROUP BY conversation_id) v ON v.k = c.id
                SET c.last_change_seq = v.s WHERE c.last_change_seq < v.s
                """);
    }

    private static Question intervals() {
        return new Question(
                "intervals",
                "every membership begins and ends within its conversation, in that order",
                MESSAGE,
                "SELECT " + MEMBER + """
                from ', m.from_seq, ' to ', COALESCE(m.to_seq, 'now'), ', head ', c.last_seq)
                FROM member m JOIN conversation c ON c.id = m.conversation_id
                WHERE m.from_seq < 1 OR m.from_seq > c.last_seq + 1 OR m.to_seq > c.last_seq OR m.to_seq < m.from_seq - 1
                """,
                WRITER);
    }

    private static Question earlier() {
        return new Question(
                "earlier intervals",
                "earlier memberships are kept for those who came back, and for nobody else",
                MESSAGE,
                "SELECT " + MEMBER + """
                earlier intervals ', m.earlier_intervals, ', kept ', COUNT(i.to_seq))
                FROM member m JOIN conversation c ON c.id = m.conversation_id
                LEFT JOIN member_interval i ON i.conversation_id = m.conversation_id AND i.user_id = m.user_id
                GROUP BY m.conversation_id, m.user_id, m.earlier_intervals, c.last_seq
                HAVING COUNT(i.to_seq) > m.earlier_intervals OR (COUNT(i.to_seq) = 0 AND m.earlier_intervals > 0)
                    OR MIN(i.from_seq) < 1 OR MAX(i.to_seq) > c.last_seq OR SUM(i.to_seq < i.from_seq) > 0
                """,
                WRITER);
    }

    private static Question marks() {
        return new Question(
                "marks",
                "nobody has read or received what he may not see",
                MESSAGE,
                "SELECT " + MEMBER + """
                read ', m.read_seq, ', received ', m.delivered_seq, ', may see up to ', COALESCE(m.to_seq, c.last_seq))
                FROM member m JOIN conversation c ON c.id = m.conversation_id
                WHERE m.read_seq < 0 OR GREATEST(m.read_seq, m.delivered_seq) > COALESCE(m.to_seq, c.last_seq)
                """,
                REPAIR,
                """
                UPDATE member m JOIN conversation c ON c.id = m.conversation_id
                SET m.read_seq = GREATEST(0, LEAST(m.read_seq, COALESCE(m.to_seq, c.last_seq))),
                    m.delivered_seq = LEAST(m.delivered_seq, COALESCE(m.to_seq, c.last_seq))
                WHERE m.read_seq < 0 OR GREATEST(m.read_seq, m.delivered_seq) > COALESCE(m.to_seq, c.last_seq)
                """);
    }

    private static final String OWN = """
            (SELECT m.conversation_id k, m.user_id u, COALESCE(SUM(o.countable), 0) own,
                COALESCE(SUM(CASE WHEN o.seq <= m.read_seq THEN o.countable ELSE 0 END), 0) own_read,
                COALESCE(MAX(o.seq), 0) newest
            FROM member m LEFT JOIN message o ON o.conversation_id = m.conversation_id AND o.sender_id = m.user_id
            GROUP BY m.conversation_id, m.user_id) v
            """;

    private static final String UNREAD_FROM =
            " member m JOIN " + OWN + " ON v.k = m.conversation_id AND v.u = m.user_id"
                    + " LEFT JOIN message x ON x.conversation_id = m.conversation_id AND x.seq = m.read_seq ";

    private static final String UNREAD_WRONG =
            " WHERE m.own_no <> v.own OR m.read_own_no <> v.own_read OR m.last_own_seq <> v.newest"
                    + " OR m.read_countable_no <> COALESCE(x.countable_no, 0)";

    private static Question unread() {
        return new Question(
                "unread",
                "the numbers that unread is worked out from are those of the messages",
                MESSAGE,
                "SELECT " + MEMBER
                        + "own ', m.own_no, ' (', v.own, '), own read ', m.read_own_no, ' (', v.own_read, '), newest own ',"
                        + " m.last_own_seq, ' (', v.newest, '), counted at the mark ', m.read_countable_no, ' (',"
                        + " COALESCE(x.countable_no, 0), ')') FROM" + UNREAD_FROM + UNREAD_WRONG,
                REPAIR,
                "UPDATE" + UNREAD_FROM
                        + " SET m.own_no = v.own, m.read_own_no = v.own_read, m.last_own_seq = v.newest,"
                        + " m.read_countable_no = COALESCE(x.countable_no, 0)" + UNREAD_WRONG);
    }

    private static Question orphans() {
        return new Question("orphans", "no message and no member is without a conversation", MESSAGE, """
                SELECT CONCAT('conversation ', m.conversation_id, ': messages of a conversation that is not there')
                FROM message m LEFT JOIN conversation c ON c.id = m.conversation_id WHERE c.id IS NULL
                GROUP BY m.conversation_id
                UNION ALL SELECT CONCAT('conversation ', m.conversation_id, ': members of a conversation that is not there')
                FROM member m LEFT JOIN conversation c ON c.id = m.conversation_id WHERE c.id IS NULL
                GROUP BY m.conversation_id
                """, BACKUP);
    }
}
