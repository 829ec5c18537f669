package im.sparrow.message.resume;

import im.sparrow.contracts.Id;
import java.util.List;
import java.util.Map;

/**
 * The newest numbers of some conversations.
 *
 * @param epoch under which they are true
 * @param heads {@code [seq, changeSeq]}; a conversation that does not exist is missing
 */
record HeadsView(String epoch, Map<Id, List<Long>> heads) {}
