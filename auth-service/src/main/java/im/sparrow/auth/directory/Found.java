package im.sparrow.auth.directory;

import im.sparrow.auth.account.Account;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Refused;
import java.util.List;

/**
 * The last account a page of a search has shown.
 *
 * @param byNickname whether it was found by its nickname; all found by their user names come first
 * @param text the name it was found by
 * @param id the account, where nicknames are the same
 */
record Found(boolean byNickname, String text, long id) {

    /** Before all. */
    static final Found START = new Found(false, "", 0);

    static String after(Account last, boolean byNickname) {
        return byNickname ? Keyset.after("n", last.nicknameFolded(), last.id()) : Keyset.after("u", last.username(), 0);
    }

    /** @throws Refused {@code invalid_body} for a cursor that is none of ours */
    static Found read(String cursor) {
        List<String> parts = Keyset.read(cursor, 3);
        try {
            return new Found(parts.getFirst().equals("n"), parts.get(1), Long.parseLong(parts.get(2)));
        } catch (NumberFormatException notOurs) {
            throw Refused.field("?cursor", "is not a cursor of this list");
        }
    }
}
