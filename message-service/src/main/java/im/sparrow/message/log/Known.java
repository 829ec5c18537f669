package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import java.util.Map;

/**
 * All that a decision may know: the rows its batch concerns, read under the conversations' locks.
 *
 * @param conversations by id; one that is missing does not exist
 * @param members the senders, and whom services' commands name
 * @param outcomes what earlier commands came to
 * @param targets messages that recalls of the batch, or of its outcomes, concern
 * @param marks numbers at seqs that were shown, other than the heads
 * @param refusals stored in the last hour, by user; absent = none
 */
public record Known(
        Map<Id, ConversationRow> conversations,
        Map<Key.Member, MemberRow> members,
        Outcomes outcomes,
        Map<Key.Message, MessageRow> targets,
        Map<Key.Mark, MarkNumbers> marks,
        Map<Id, Integer> refusals) {}
