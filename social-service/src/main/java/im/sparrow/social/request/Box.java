package im.sparrow.social.request;

import im.sparrow.platform.core.Refused;

/** Which requests: those to me, or those of mine. */
public enum Box {
    /** To me. */
    INCOMING,
    /** Of mine. */
    OUTGOING;

    /** The box of a query parameter's value. */
    static Box ofWord(String word) {
        return switch (word) {
            case "incoming" -> INCOMING;
            case "outgoing" -> OUTGOING;
            default -> throw Refused.field("?box", "is incoming or outgoing");
        };
    }
}
