package im.sparrow.message.log;

import im.sparrow.contracts.message.Command;
import im.sparrow.message.row.OpRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A short name for what a command said, to tell a repeat from another use of its id. 128 bits of SHA-256. */
final class Hash {

    /** Of what cannot be read. */
    static final UUID NONE = new UUID(0, 0);

    private static final char SEPARATOR = '\n';

    private Hash() {}

    /** Of a send: type, body, replyTo and mentions. */
    static UUID of(Command.Send send, String body, String mentions) {
        return of(send.body().type() + SEPARATOR + body + SEPARATOR + send.replyTo() + SEPARATOR + mentions);
    }

    /** Of a recall: which message. */
    static UUID of(Command.Recall recall) {
        return of(OpRow.RECALL + SEPARATOR + recall.seq());
    }

    private static UUID of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var bits = ByteBuffer.wrap(digest);
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
