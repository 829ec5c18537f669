package im.sparrow.social.contact;

import java.util.Locale;

/** What kind of contact changed; also the area of the hint. */
public enum Area {
    /** The item is the other user. */
    FRIENDS,
    /** The item is the group. */
    GROUPS,
    /** The item is the request. */
    REQUESTS;

    /** The name in table and hint. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Area ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
