package im.sparrow.platform.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The opaque cursor of a list: the sort key of the last item shown. Lists page by it and never by offset, so a page
 * costs the same wherever it lies.
 */
public final class Keyset {

    private static final int MAX_LENGTH = 400;
    private static final char SEPARATOR = '\u001f';

    private Keyset() {}

    /** The cursor after an item with this sort key. */
    public static String after(Object... key) {
        var text = new StringBuilder();
        for (Object part : key) {
            text.append(part).append(SEPARATOR);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The sort key in a cursor.
     *
     * @param parts how many parts the key has
     * @throws Refused with {@code invalid_body} at {@code ?cursor} when it is not one of ours
     */
    public static List<String> read(String cursor, int parts) {
        if (cursor.length() <= MAX_LENGTH) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                List<String> key = List.of(text.split(String.valueOf(SEPARATOR), -1));
                if (key.size() == parts + 1) {
                    return key.subList(0, parts);
                }
            } catch (IllegalArgumentException notBase64) {
                // Falls through to the one answer for every cursor that is not ours.
            }
        }
        throw notOurs();
    }

    /**
     * The number in a cursor whose key is one number, 0 or more.
     *
     * @throws Refused with {@code invalid_body} at {@code ?cursor} when it is not one of ours
     */
    public static long number(String cursor) {
        try {
            long number = Long.parseLong(read(cursor, 1).getFirst());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // The one answer below.
        }
        throw notOurs();
    }

    private static Refused notOurs() {
        return Refused.field("?cursor", "is not a cursor of this list");
    }
}
