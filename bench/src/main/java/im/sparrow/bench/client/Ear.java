package im.sparrow.bench.client;

import io.netty.buffer.ByteBuf;

/** Who is told what a socket hears; always on the loop. */
public interface Ear {

    /** The opening request was answered with yes. */
    default void opened(Socket socket) {}

    /**
     * A text frame came.
     *
     * @param at in the buffer where its text begins
     * @param length bytes of the text
     * @param now {@link System#nanoTime} of the read that brought it
     */
    void heard(Socket socket, ByteBuf in, int at, int length, long now);

    /** It is over, for whatever reason. */
    default void closed(Socket socket, String why) {}
}
