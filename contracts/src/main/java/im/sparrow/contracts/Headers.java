package im.sparrow.contracts;

/** Names of record headers: what must be known of a record without reading its value. All values are UTF-8 text. */
public final class Headers {

    /** Who gives a command of a person: a user id. Filled from a verified token, as all of the command headers. */
    public static final String USER = "uid";

    /** The session a command came from. */
    public static final String SESSION = "sid";

    /** {@link Claims#USER_VERSION} at the time of the command. */
    public static final String USER_VERSION = "ver";

    /** {@link Claims#ROLES_VERSION} at the time of the command. */
    public static final String ROLES_VERSION = "rv";

    /** Role ids, comma-separated. */
    public static final String ROLES = "roles";

    /** Effective rights, comma-separated. */
    public static final String RIGHTS = "rights";

    /** End of the live sanction, epoch seconds. */
    public static final String UNTIL = "until";

    /** The maker's id of a command (clientMsgId, clientOpId, outbox row), so that a nack needs no body. */
    public static final String CLIENT_ID = "cid";

    /** Event: kind, one of {@code message change nack members conversation}. */
    public static final String KIND = "k";

    /** Event: seq. */
    public static final String SEQ = "s";

    /** Event: change number. */
    public static final String CHANGE = "c";

    /** Event: the actor; all of this user's local sockets get the record. */
    public static final String ACTOR = "u";

    /** Event: for this user's sockets only. */
    public static final String TO = "to";

    /** Event: membership effect at this seq, comma-separated {@code +id}, {@code -id}, {@code -*}. */
    public static final String MEMBERSHIP = "m";

    /** Event: the command's {@link #CLIENT_ID}, so that a waiting REST call is found without reading the value. */
    public static final String EVENT_CLIENT_ID = "x";

    /** Event: {@code createdAt} of the frame as epoch milliseconds, for latency metrics. */
    public static final String AT = "at";

    /** Dead letter: the problem code. */
    public static final String REASON = "reason";

    private Headers() {}
}
