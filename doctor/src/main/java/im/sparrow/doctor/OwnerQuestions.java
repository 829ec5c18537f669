package im.sparrow.doctor;

import static im.sparrow.doctor.Schema.AUTH;
import static im.sparrow.doctor.Schema.SOCIAL;

import java.util.List;

/** What must hold where accounts and memberships are decided. */
final class OwnerQuestions {

    private static final int PATIENCE_SECONDS = 60;

    private OwnerQuestions() {}

    static List<Question> all() {
        return List.of(outbox(AUTH), outbox(SOCIAL), memberCount(), owners(), friends(), roles());
    }

    private static Question outbox(Schema schema) {
        return new Question(
                "outbox of " + schema.word(),
                "all that " + schema.word() + "-service has said is with the broker",
                schema,
                "SELECT CONCAT(COUNT(*), ' rows wait, the oldest since ', DATE_FORMAT(MIN(created_at), '%Y-%m-%dT%TZ'))"
                        + " FROM outbox WHERE sent_at IS NULL HAVING MIN(created_at) < UTC_TIMESTAMP(6) - INTERVAL "
                        + PATIENCE_SECONDS + " SECOND",
                "see whether the broker is up and " + schema.word()
                        + "-service runs and is ready: its relay sends them by itself, and its log says what keeps it");
    }

    private static Question memberCount() {
        return new Question(
                "member counts",
                "every group counts its members right",
                SOCIAL,
                """
                SELECT CONCAT('group ', g.id, ': counts ', g.member_count, ' members, has ', COUNT(m.user_id))
                FROM chat_group g LEFT JOIN group_member m ON m.group_id = g.id AND m.gone = FALSE
                GROUP BY g.id, g.member_count HAVING COUNT(m.user_id) <> g.member_count
                """,
                "run ./sparrow doctor --repair: they are counted again",
                """
                UPDATE chat_group g JOIN (SELECT x.id k, COUNT(m.user_id) n FROM chat_group x
                    LEFT JOIN group_member m ON m.group_id = x.id AND m.gone = FALSE GROUP BY x.id) v ON v.k = g.id
                SET g.member_count = v.n WHERE g.member_count <> v.n
                """);
    }

    private static Question owners() {
        return new Question(
                "owners",
                "every open group has its one owner among its members",
                SOCIAL,
                """
                SELECT CONCAT('group ', g.id, ': owner ', g.owner_id, ', members who are owners ', COUNT(m.user_id))
                FROM chat_group g LEFT JOIN group_member m ON m.group_id = g.id AND m.gone = FALSE AND m.role = 'OWNER'
                WHERE g.state = 'OPEN' GROUP BY g.id, g.owner_id
                HAVING COUNT(m.user_id) <> 1 OR MIN(m.user_id) <> g.owner_id
                """,
                "find who wrote to this database by hand; restore social-service's database");
    }

    private static Question friends() {
        return new Question(
                "friends",
                "all friends have a conversation that its log has heard of",
                SOCIAL,
                """
                SELECT CONCAT('people ', user_low, ' and ', user_high, ': friends ', friends, ', told ', version)
                FROM friendship WHERE friends = TRUE AND (version < 1 OR since IS NULL OR pending_request_id IS NOT NULL)
                """,
                "find who wrote to this database by hand; restore social-service's database");
    }

    private static Question roles() {
        return new Question(
                "roles",
                "every role that somebody holds exists, and so does everybody who holds one",
                AUTH,
                """
                SELECT CONCAT('account ', h.account_id, ', role ', h.role_id, ': one of them does not exist')
                FROM account_role h LEFT JOIN account a ON a.id = h.account_id LEFT JOIN role r ON r.id = h.role_id
                WHERE a.id IS NULL OR r.id IS NULL
                """,
                "find who wrote to this database by hand; restore auth-service's database");
    }
}
