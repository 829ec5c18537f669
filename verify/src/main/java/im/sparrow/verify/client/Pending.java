package im.sparrow.verify.client;

import org.jspecify.annotations.Nullable;

/** Something said that has no outcome yet. */
final class Pending {

    final String clientMsgId;
    final String text;
    final @Nullable Long readSeq;
    /** In {@link System#nanoTime}. */
    final long saidAt = System.nanoTime();

    int attempts;

    Pending(String clientMsgId, String text, @Nullable Long readSeq) {
        this.clientMsgId = clientMsgId;
        this.text = text;
        this.readSeq = readSeq;
    }
}
