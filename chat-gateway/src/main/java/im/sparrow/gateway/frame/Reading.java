package im.sparrow.gateway.frame;

import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.platform.core.Refused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of reading a client's text. */
public sealed interface Reading {

    /** A frame that says all it must. */
    record Good(ClientFrame frame) implements Reading {}

    /**
     * A frame with a wrong field, or of a name that there is none of. The socket stays open.
     *
     * @param why the refusal
     * @param ref the client's own mark, or null
     * @param command the client's id when the frame is a command that can be nacked, or null
     */
    record Wrong(
            Refused why, @Nullable String ref, @Nullable CommandId command) implements Reading {}

    /** Not a frame at all: whoever says this does not speak the protocol. */
    record Unreadable(Refused why) implements Reading {}

    /**
     * Under which name a command's answer finds its maker.
     *
     * @param field {@code clientMsgId} or {@code clientOpId}
     * @param id the maker's id
     */
    record CommandId(String field, UUID id) {

        /** The id of a send. */
        public static CommandId message(UUID id) {
            return new CommandId("clientMsgId", id);
        }

        /** The id of any other command. */
        public static CommandId operation(UUID id) {
            return new CommandId("clientOpId", id);
        }
    }
}
