package im.sparrow.contracts;

/** The built-in rights, as they stand in a token's {@code groups}; more can be made at run time. */
public final class Rights {

    /** May log in and refresh. */
    public static final String LOGIN = "login";

    /** May speak: send, edit, react, upload, type, greet, name a group. */
    public static final String SPEAK = "speak";

    /** May edit one's own profile. */
    public static final String PROFILE = "profile";

    /** May apply to people and groups, and decide on applications. */
    public static final String CONTACT = "contact";

    /** May administer. */
    public static final String ADMIN = "admin";

    /** Held by the chat-gateway's own token only: reads rooms and pages for the users of its sockets. */
    public static final String SERVICE_GATEWAY = "service.gateway";

    /** Held by admin-service's own token only. */
    public static final String SERVICE_ADMIN = "service.admin";

    /** Held by bot-service's own token only. */
    public static final String SERVICE_BOT = "service.bot";

    /** Held by social-service's own token only: compares its copies with their owners. */
    public static final String SERVICE_SOCIAL = "service.social";

    /** Held by message-service's own token only: compares its copies with their owners. */
    public static final String SERVICE_MESSAGE = "service.message";

    /** Comes with a server's key of the scope {@code users} and with no role: makes users. */
    public static final String SERVER_USERS = "server.users";

    /** Comes with a server's key of the scope {@code tokens} and with no role: opens sessions for users. */
    public static final String SERVER_TOKENS = "server.tokens";

    private Rights() {}
}
