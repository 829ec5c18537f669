package im.sparrow.gateway.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.platform.core.Refused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same commands as documents of a REST call, under the same rules as their frames. */
public final class Documents {

    private Documents() {}

    /**
     * A message to be sent: the fields of a {@code send} frame but for the two that stand in path and header.
     *
     * @throws Refused {@code malformed}, {@code invalid_body} or {@code unknown_type}
     */
    public static ClientFrame.Send send(@Nullable JsonNode document, Id conversation, UUID clientMsgId) {
        return FrameReader.sendFrame(fields(document), conversation, clientMsgId, null);
    }

    /**
     * A mark to be moved: the fields of a {@code cursor} frame but for the conversation.
     *
     * @throws Refused {@code malformed} or {@code invalid_body}
     */
    public static ClientFrame.Cursor cursor(@Nullable JsonNode document, Id conversation) {
        return FrameReader.cursor(fields(document), conversation, null);
    }

    private static Fields fields(@Nullable JsonNode document) {
        if (document instanceof ObjectNode object) {
            return new Fields(object, "");
        }
        throw new Refused(Problem.MALFORMED, "The document is one JSON object.");
    }
}
