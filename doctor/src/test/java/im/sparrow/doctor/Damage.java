package im.sparrow.doctor;

/** What can happen to an installation, and the check that must find it. */
enum Damage {
    A_MESSAGE_IS_GONE("numbers", Schema.MESSAGE, "DELETE FROM message WHERE conversation_id = 502 AND seq = 4"),
    A_HEAD_IS_BEHIND("heads", Schema.MESSAGE, "UPDATE conversation SET last_seq = 3 WHERE id = 501"),
    A_MEMBERSHIP_ENDS_BEFORE_IT_BEGINS(
            "intervals",
            Schema.MESSAGE,
            "UPDATE member SET from_seq = 5, to_seq = 3, read_seq = 3, delivered_seq = 3, read_countable_no = 1"
                    + " WHERE conversation_id = 502 AND user_id = 102"),
    SOMEBODY_READ_WHAT_IS_NOT_THERE(
            "marks", Schema.MESSAGE, "UPDATE member SET read_seq = 9 WHERE conversation_id = 501 AND user_id = 102"),
    UNREAD_DRIFTED("unread", Schema.MESSAGE, "UPDATE member SET own_no = own_no + 1 WHERE user_id = 103"),
    AN_ACCOUNT_IS_STALE(
            "accounts in message", Schema.MESSAGE, "UPDATE known_account SET nickname = 'Annie' WHERE id = 101"),
    AN_ACCOUNT_IS_NOT_KNOWN("accounts in social", Schema.SOCIAL, "DELETE FROM known_account WHERE id = 103"),
    A_MEMBER_IS_NOT_IN_THE_LOG(
            "members", Schema.MESSAGE, "DELETE FROM member WHERE conversation_id = 502 AND user_id = 102"),
    THE_OUTBOX_STANDS(
            "outbox of social",
            Schema.SOCIAL,
            "INSERT INTO outbox (id, topic, record_key, version, record_value, headers, created_at)"
                    + " VALUES (9, 'im.message-command.v1', '501', 3, '{}', '{}', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR)"),
    NOBODY_WRITES("lag of message-writer", Schema.MESSAGE, "");

    final String check;
    final Schema where;
    final String sql;

    Damage(String check, Schema where, String sql) {
        this.check = check;
        this.where = where;
        this.sql = sql;
    }
}
