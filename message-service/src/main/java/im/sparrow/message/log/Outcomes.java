package im.sparrow.message.log;

import im.sparrow.message.row.Key;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.OpRow;
import im.sparrow.message.row.RefusalRow;
import java.util.Map;

/**
 * What earlier commands came to, by the maker's id.
 *
 * @param messages sends, and the system messages that services' commands made
 * @param ops what is no message
 * @param refusals final refusals
 * @param complete whether every command of the batch was looked up. While it is not, a command that is not found here may
 *     still have an outcome: it may be stored (its insert then fails), but nothing may be refused
 */
public record Outcomes(
        Map<Key.Command, MessageRow> messages,
        Map<Key.Command, OpRow> ops,
        Map<Key.Command, RefusalRow> refusals,
        boolean complete) {

    /** Nothing is known, and nothing was looked up. */
    public static final Outcomes UNKNOWN = new Outcomes(Map.of(), Map.of(), Map.of(), false);
}
