package im.sparrow.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import im.sparrow.contracts.Id;
import java.util.List;

/**
 * Who is called by a message.
 *
 * @param userIds at most {@link im.sparrow.contracts.Bounds#MENTIONS_MAX} users
 * @param all whether everyone is called
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Mentions(List<Id> userIds, boolean all) {}
