package im.sparrow.bench.load;

import im.sparrow.bench.client.Scan;
import im.sparrow.bench.client.Socket;
import im.sparrow.bench.client.Wire;
import io.netty.buffer.ByteBuf;

/** A send of 100 characters into one conversation, all but its id made beforehand. */
final class SendFrame {

    private static final byte[] BEGIN = Scan.word("{\"t\":\"send\",\"clientMsgId\":\"");
    private static final String TEXT =
            "The quick brown fox jumps over the lazy dog, and a sparrow watches it for exactly"
                    + " one hundred letters";
    private static final int LENGTH = 100;

    private final byte[] end;

    SendFrame(long conversation) {
        end = Scan.word("\",\"conversationId\":\"" + conversation + "\",\"type\":\"text\",\"body\":{\"text\":\""
                + TEXT.substring(0, LENGTH) + "\"}}");
    }

    void send(Socket socket, long number, long run) {
        int length = BEGIN.length + Ids.LENGTH + end.length;
        ByteBuf frame = socket.buffer(length + 8);
        Wire.head(frame, length);
        frame.writeBytes(BEGIN);
        Ids.write(frame, number, run);
        frame.writeBytes(end);
        socket.send(frame);
    }
}
