package im.sparrow.verify.checker;

import java.util.Locale;

/** What can be wrong; the names are those of the last line of the report. */
public enum Defect {
    /** Acknowledged, but not in a final read or on a device that may see it; or a recall that did not arrive. */
    LOST,
    /** Shown twice, or one send at two places, or two messages at one place. */
    DUP,
    /** Not ascending on a device, or not in the order in which it was said. */
    DISORDER,
    /** A hole in the sequence inside what is visible. */
    GAP,
    /** Seen outside one's own intervals. */
    LEAK,
    /** Seen though never said, refused, or said otherwise. */
    PHANTOM,
    /** The inbox counts otherwise than the log. */
    UNREAD_WRONG;

    /** The name in the report. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
