package im.sparrow.contracts;

import java.time.Duration;

/** The bounds that two sides of a wall must agree on. What only one service bounds stands in that service. */
public final class Bounds {

    /** Characters (UTF-16 units) of a text message. */
    public static final int TEXT_MAX = 5_000;

    /** Bytes of one socket frame, and of one message. */
    public static final int FRAME_BYTES = 64 * 1024;

    /** Levels of nesting in any JSON from outside. */
    public static final int JSON_DEPTH = 16;

    /** Heads in one hello or heads frame. */
    public static final int HEADS_PER_FRAME = 1_000;

    /** Conversation summaries in a welcome. */
    public static final int WELCOME_CONVERSATIONS = 100;

    /** Items of any page but one of conversations. */
    public static final int PAGE_MAX = 200;

    /** Items of a page of conversations: each page counts all of one's heads again, so one that holds all is cheapest. */
    public static final int CONVERSATIONS_PAGE_MAX = 1_000;

    /** Items of a page when none is asked for. */
    public static final int PAGE_DEFAULT = 50;

    /** Members in one ApplyMembers. */
    public static final int APPLY_MEMBERS_MAX = 500;

    /** Members in one members frame. */
    public static final int MEMBERS_FRAME_MAX = 100;

    /** Members of a group. */
    public static final int GROUP_MEMBERS_MAX = 10_000;

    /** Intervals in a page's {@code visible}. */
    public static final int VISIBLE_MAX = 50;

    /** Users named in mentions. */
    public static final int MENTIONS_MAX = 50;

    /** Records of one batch of the writer. */
    public static final int BATCH_RECORDS = 500;

    /** Bytes of one batch of the writer. */
    public static final int BATCH_BYTES = 4 * 1024 * 1024;

    /** How long a sender may recall. */
    public static final Duration RECALL_WINDOW = Duration.ofSeconds(120);

    /** How old a command without outcome may be before it is refused as stale. */
    public static final Duration COMMAND_AGE = Duration.ofHours(1);

    /** Characters of a user name. */
    public static final int USERNAME_MIN = 3;

    /** Characters of a user name. */
    public static final int USERNAME_MAX = 32;

    /** Characters of a password. */
    public static final int PASSWORD_MIN = 8;

    /** Characters of a password. */
    public static final int PASSWORD_MAX = 128;

    /** Characters of a nickname, a group's name, an alias. */
    public static final int NAME_MAX = 64;

    /** Characters of a greeting or a reason. */
    public static final int NOTE_MAX = 200;

    private Bounds() {}
}
