package im.sparrow.message.command;

import im.sparrow.contracts.Id;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person who gives a command, as a verified token said when it was given.
 *
 * @param userId who
 * @param sid the session
 * @param ver the version of what the user may do
 * @param rv the version of the role table
 * @param roleIds the user's roles
 * @param rights the effective rights
 * @param until the end of the live sanction that takes something, or null
 */
public record Author(
        Id userId,
        Id sid,
        long ver,
        long rv,
        Set<Id> roleIds,
        Set<String> rights,
        @Nullable Instant until) {}
