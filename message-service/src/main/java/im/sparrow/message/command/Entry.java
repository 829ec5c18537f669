package im.sparrow.message.command;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.message.Command;
import java.time.Instant;
import java.util.UUID;

/**
 * One record of the command topic, read and worth deciding.
 *
 * @param offset its place in its partition: the same place again is a replay, another one a repeat
 * @param conversationId its key
 * @param appendedAt when the broker took it
 * @param asked what it asks
 */
public record Entry(long offset, Id conversationId, Instant appendedAt, Asked asked) {

    /** What a record asks. */
    public sealed interface Asked {

        /** The maker's id. */
        UUID clientId();
    }

    /** A person's command. */
    public record ByPerson(Author author, Command command) implements Asked {
        @Override
        public UUID clientId() {
            return command.clientId();
        }
    }

    /** What social-service has decided. */
    public record ByService(Command command) implements Asked {
        @Override
        public UUID clientId() {
            return command.clientId();
        }
    }

    /**
     * A person's command that can never pass, though its headers say whose it is.
     *
     * @param author who gave it
     * @param clientId the maker's id
     * @param no why not
     */
    public record Poison(Author author, UUID clientId, No no) implements Asked {}
}
