package im.sparrow.doctor;

import java.util.List;

/**
 * Facts that one service decides and another keeps a copy of. Both statements give two numbers that name a thing, and its
 * content as text; both in the order of the numbers.
 *
 * @param name of the check
 * @param holds the sentence that is true when both agree
 * @param thing what the numbers name, as a format
 */
record Copy(String name, String holds, String thing, Schema owner, String ownerSql, Schema keeper, String keeperSql) {

    private static final String ACCOUNT = "account %d";

    static List<Copy> all() {
        return List.of(accounts(Schema.SOCIAL), accounts(Schema.MESSAGE), conversations(), members());
    }

    private static Copy accounts(Schema keeper) {
        return new Copy(
                "accounts in " + keeper.word(),
                keeper.word() + "-service knows every account as it is",
                ACCOUNT,
                Schema.AUTH,
                """
                SELECT a.id, 0, CONCAT_WS('|', a.username, a.nickname, COALESCE(a.photo, ''), COALESCE(a.signature, ''),
                    a.status, a.findable, a.version, COALESCE(h.held, ''))
                FROM account a LEFT JOIN (SELECT account_id k, GROUP_CONCAT(role_id ORDER BY role_id) held
                    FROM account_role GROUP BY account_id) h ON h.k = a.id ORDER BY 1, 2
                """,
                keeper,
                """
                SELECT id, 0, CONCAT_WS('|', username, nickname, COALESCE(photo, ''), COALESCE(signature, ''), status,
                    findable, version, role_ids)
                FROM known_account ORDER BY 1, 2
                """);
    }

    private static Copy conversations() {
        return new Copy(
                "conversations",
                "the log knows every conversation as social-service describes it",
                "conversation %d",
                Schema.SOCIAL,
                """
                SELECT conversation_id, 0, CONCAT_WS('|', 'group', name, COALESCE(photo, ''), LOWER(state)) FROM chat_group
                UNION ALL SELECT conversation_id, 0, 'direct|||open' FROM friendship WHERE version > 0 ORDER BY 1, 2
                """,
                Schema.MESSAGE,
                """
                SELECT id, 0, CONCAT_WS('|', kind, COALESCE(title, ''), COALESCE(photo, ''), state)
                FROM conversation ORDER BY 1, 2
                """);
    }

    private static Copy members() {
        return new Copy(
                "members",
                "the log's members are those that social-service has decided",
                "conversation %d, member %d",
                Schema.SOCIAL,
                """
                SELECT g.conversation_id, m.user_id, CONCAT_WS('|', LOWER(m.role), 1)
                FROM group_member m JOIN chat_group g ON g.id = m.group_id WHERE m.gone = FALSE AND g.state = 'OPEN'
                UNION ALL SELECT conversation_id, user_low, CONCAT_WS('|', 'member', friends) FROM friendship
                WHERE version > 0
                UNION ALL SELECT conversation_id, user_high, CONCAT_WS('|', 'member', friends) FROM friendship
                WHERE version > 0 ORDER BY 1, 2
                """,
                Schema.MESSAGE,
                """
                SELECT conversation_id, user_id, CONCAT_WS('|', role, can_send)
                FROM member WHERE to_seq IS NULL ORDER BY 1, 2
                """);
    }
}
