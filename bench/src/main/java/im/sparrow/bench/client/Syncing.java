package im.sparrow.bench.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;

/**
 * Clients that come back: after its welcome each pulls every conversation that is said to have changed, and is in sync
 * when all pages have come.
 */
public final class Syncing implements Ear {

    private static final byte[] WELCOME = Scan.word("welcome");
    private static final byte[] PAGE = Scan.word("page");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int[] open;
    private final long begin = System.nanoTime();
    private final CountDownLatch all;
    private final Histogram synced = new Histogram(3);
    private long pulled;
    private String complaint = "";

    /** For so many clients; the time counts from here. */
    public Syncing(int clients) {
        this.open = new int[clients];
        this.all = new CountDownLatch(clients);
    }

    @Override
    public void heard(Socket socket, ByteBuf in, int at, int length, long now) {
        if (Scan.is(in, at, length, WELCOME)) {
            welcomed(socket, Scan.text(in, at, length), now);
        } else if (Scan.is(in, at, length, PAGE)) {
            if (--open[socket.place()] == 0) {
                inSync(now);
            }
        } else if (Scan.is(in, at, length, Scan.word("error"))) {
            complaint = Scan.text(in, at, length);
        }
    }

    private void welcomed(Socket socket, String frame, long now) {
        try {
            JsonNode changed = JSON.readTree(frame).path("conversations");
            for (JsonNode conversation : changed) {
                open[socket.place()]++;
                pulled++;
                socket.send("{\"t\":\"pull\",\"conversationId\":\""
                        + conversation.path("id").asText() + "\",\"afterSeq\":0,\"limit\":50}");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a welcome that is no JSON", e);
        }
        if (open[socket.place()] == 0) {
            inSync(now);
        }
    }

    private void inSync(long now) {
        synced.recordValue((now - begin) / 1_000_000);
        all.countDown();
    }

    /** Waits until everybody is in sync. */
    public void await(int seconds) throws InterruptedException {
        if (!all.await(seconds, java.util.concurrent.TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    all.getCount() + " clients are not in sync after " + seconds + " s " + complaint);
        }
    }

    /** Milliseconds from the beginning until so many percent were in sync; on the loop, or when all are. */
    public long percentile(double percent) {
        return synced.getValueAtPercentile(percent);
    }

    /** Pages that were asked for. */
    public long pulled() {
        return pulled;
    }
}
