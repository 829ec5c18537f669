package im.sparrow.contracts;

import java.util.Locale;

/**
 * Everything that can be refused: the one catalogue of codes, over REST (problem+json), on the socket (nack, error) and
 * in stored refusals.
 */
public enum Problem {
    /** The frame or document cannot be read. */
    MALFORMED(400, false),
    /** No frame of that name. */
    UNKNOWN_FRAME(400, false),
    /** A field is missing, of the wrong type or out of bounds; a pointer names it. */
    INVALID_BODY(422, false),
    /** No message type of that name. */
    UNKNOWN_TYPE(422, false),
    /** Larger than its bound. */
    TOO_LARGE(413, false),
    /** No token came. */
    TOKEN_MISSING(401, false),
    /** The token is not ours, or not whole. */
    TOKEN_INVALID(401, false),
    /** The token's time is over: refresh. */
    TOKEN_EXPIRED(401, true),
    /** Something that concerns the token has changed since: refresh. */
    TOKEN_STALE(401, true),
    /** The log-in, name or password is wrong; never says which. */
    CREDENTIALS_WRONG(401, false),
    /** The password is right, and the account asks for a code too: the same again with it. */
    SECOND_FACTOR_NEEDED(401, false),
    /** The caller lacks a right; the detail names it. */
    RIGHT_MISSING(403, false),
    /** Does not exist, or is not the caller's: the same answer. */
    NOT_FOUND(404, false),
    /** Was a member once, is none now. */
    NOT_MEMBER(403, false),
    /** No such conversation, or none of the caller's, or not yet known: ask again for ten seconds. */
    UNKNOWN_CONVERSATION(404, true),
    /** The account may not speak until then. */
    MUTED_ACCOUNT(403, false),
    /** The member may not speak in this group until then. */
    MUTED_MEMBER(403, false),
    /** Nobody but the group's administrators may speak until then. */
    MUTED_GROUP(403, false),
    /** The group is disabled by administration. */
    GROUP_DISABLED(403, false),
    /** One of the two has blocked the other. */
    BLOCKED(403, false),
    /** The two are not friends. */
    NOT_FRIENDS(403, false),
    /** Another body under a known clientMsgId. */
    CLIENT_MSG_ID_REUSED(409, false),
    /** Another body under a known Idempotency-Key. */
    IDEMPOTENCY_KEY_REUSED(422, false),
    /** The send named in {@code after} has no outcome yet. */
    OUT_OF_ORDER(409, true),
    /** The same request is being worked on. */
    IN_PROGRESS(409, true),
    /** Too late to recall. */
    RECALL_WINDOW_OVER(409, false),
    /** Too late to edit. */
    EDIT_WINDOW_OVER(409, false),
    /** Changed by someone else meanwhile: read again. */
    CONFLICT(409, true),
    /** The name is taken. */
    NAME_TAKEN(409, false),
    /** Nobody could administer any more. */
    LAST_ADMINISTRATOR(409, false),
    /** Too many in a while. */
    RATE_LIMITED(429, true),
    /** Too many at once. */
    BUSY(429, true),
    /** Something needed is away: the same again later. */
    UNAVAILABLE(503, true),
    /** Waited too long to be decided: the same again. */
    STALE_COMMAND(503, true),
    /** A fault of ours; the log has the rest. */
    INTERNAL(500, true);

    private final int status;
    private final boolean retryable;

    Problem(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    /** The stable machine name, lower case with underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status over REST. */
    public int status() {
        return status;
    }

    /** Whether the same request may pass later (with a fresh token, for the token problems). */
    public boolean retryable() {
        return retryable;
    }

    /**
     * The problem of a code.
     *
     * @throws IllegalArgumentException for a code that is not in the catalogue
     */
    public static Problem ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
