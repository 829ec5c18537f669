package im.sparrow.auth.account;

import im.sparrow.contracts.Bounds;
import java.text.Normalizer;
import java.util.Locale;

/** What a name or line that people read may hold: anything but characters that hide or turn others. */
public final class Nicknames {

    /** What a nickname must be, for people. */
    public static final String RULE =
            "is 1 to " + Bounds.NAME_MAX + " characters, none of them a control or direction character";

    private Nicknames() {}

    /** Whether it can be a nickname. */
    public static boolean valid(String text) {
        return !text.isBlank() && text.strip().length() <= Bounds.NAME_MAX && plain(text);
    }

    /** The form in which a nickname is looked for: compatibility characters folded (NFKC), lower case, at most as long. */
    public static String folded(String text) {
        String folded = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int end = folded.offsetByCodePoints(0, Math.min(folded.codePointCount(0, folded.length()), Bounds.NAME_MAX));
        return folded.substring(0, end);
    }

    /** Whether a text has no control character and none that turns the writing's direction. */
    static boolean plain(String text) {
        return text.codePoints().noneMatch(Nicknames::hidden);
    }

    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // The zero-width joiner holds emoji together; every other format character hides something.
            case Character.FORMAT -> character != 0x200D && !(character >= 0xE0020 && character <= 0xE007F);
            default -> false;
        };
    }
}
