package im.sparrow.contracts;

/** Claims of an access token that are ours, beside the registered {@code sub}, {@code iat}, {@code exp}. */
public final class Claims {

    /** Issuer of every token of the suite. */
    public static final String ISSUER = "sparrow";

    /** Audience of every token of the suite. */
    public static final String AUDIENCE = "sparrow";

    /** The session (a log-in on a device), a decimal id. */
    public static final String SESSION = "sid";

    /** The effective rights, the standard claim of MicroProfile JWT. */
    public static final String RIGHTS = "groups";

    /** The ids of the user's roles, decimal strings. */
    public static final String ROLES = "roles";

    /** The version of what this user may do: raised by each change that concerns the user. */
    public static final String USER_VERSION = "ver";

    /** The version of the role table: raised by each edit of a role. */
    public static final String ROLES_VERSION = "rv";

    /** End of the live sanction that takes something, epoch seconds; absent when none is live. */
    public static final String UNTIL = "until";

    /** What {@code sub} begins with in a service's own token; the service's name follows. */
    public static final String SERVICE_SUBJECT = "service:";

    private Claims() {}
}
