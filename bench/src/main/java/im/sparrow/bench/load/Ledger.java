package im.sparrow.bench.load;

import im.sparrow.bench.client.Ear;
import im.sparrow.bench.client.Scan;
import im.sparrow.bench.client.Socket;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What was to be sent when, and when it came. Latencies are counted for sends whose intended time lies in the measured
 * span, arrivals by the clock.
 */
final class Ledger implements Ear {

    private static final byte[] MESSAGE = Scan.word("message");
    private static final byte[] NACK = Scan.word("nack");
    private static final byte[] ID = Scan.word("\"clientMsgId\":\"");
    private static final int BEFORE_ID = 60;
    private static final long HIGHEST_US = TimeUnit.MINUTES.toMicros(2);

    private final long run;
    private final int sampled;
    private final long from;
    private final long to;
    private final long[] intended;
    private final int[] senders;
    private final Histogram delivery = new Histogram(HIGHEST_US, 3);
    private final Histogram ack = new Histogram(HIGHEST_US, 3);
    private int sent;
    private long expected;
    private long measured;
    private long arrivals;
    private long nacks;
    private long closed;
    private String firstNack = "";

    /**
     * A ledger of one run.
     *
     * @param run its mark
     * @param capacity sends at most
     * @param sampled every so many-th socket's arrivals are read, of the others only counted
     * @param from beginning of the measured span, nanoseconds
     * @param to its end
     */
    Ledger(long run, int capacity, int sampled, long from, long to) {
        this.run = run;
        this.sampled = sampled;
        this.from = from;
        this.to = to;
        this.intended = new long[capacity];
        this.senders = new int[capacity];
    }

    /**
     * Notes a send before it leaves; answers its number, or -1 when the ledger is full.
     *
     * @param readers sampled sockets that are to hear of it, without the sender's own
     */
    int note(long at, int sender, int readers) {
        if (sent >= intended.length) {
            return -1;
        }
        if (at >= from && at < to) {
            measured++;
            expected += readers;
        }
        intended[sent] = at;
        senders[sent] = sender;
        return sent++;
    }

    long run() {
        return run;
    }

    @Override
    public void heard(Socket socket, ByteBuf in, int at, int length, long now) {
        if (Scan.is(in, at, length, MESSAGE)) {
            if (now >= from && now < to) {
                arrivals++;
            }
            if (socket.place() % sampled == 0) {
                read(socket, in, at, length, now);
            }
        } else if (Scan.is(in, at, length, NACK)) {
            if (nacks++ == 0) {
                firstNack = Scan.text(in, at, length);
            }
        }
    }

    private void read(Socket socket, ByteBuf in, int at, int length, long now) {
        int id = Scan.after(in, at + BEFORE_ID, at + length, ID);
        long number = id < 0 ? -1 : Ids.number(in, id, run);
        if (number < 0 || number >= sent) {
            return;
        }
        boolean own = senders[(int) number] == socket.place();
        long then = intended[(int) number];
        if (then >= from && then < to) {
            long micros = Math.clamp((now - then) / 1_000, 0, HIGHEST_US);
            (own ? ack : delivery).recordValue(micros);
        }
    }

    @Override
    public void closed(Socket socket, String why) {
        closed++;
        firstNack = why;
    }

    /** Sends whose intended time lies in the span. */
    long measured() {
        return measured;
    }

    /** Whether every delivery that will be read has come. */
    boolean complete() {
        return heardOf() >= expected;
    }

    private long heardOf() {
        return delivery.getTotalCount();
    }

    /** Deliveries of the span that did not come. */
    long missing() {
        return Math.max(0, expected - heardOf());
    }

    /** Message frames that arrived within the span, at all sockets. */
    long arrivals() {
        return arrivals;
    }

    long nacks() {
        return nacks;
    }

    long closed() {
        return closed;
    }

    String firstNack() {
        return firstNack;
    }

    /** Latencies of deliveries to others; what never came counts as late as the end. */
    Histogram deliveries(long end) {
        if (missing() > 0) {
            delivery.recordValueWithCount(Math.clamp((end - from) / 1_000, 0, HIGHEST_US), missing());
        }
        return delivery;
    }

    Histogram ownAcks() {
        return ack;
    }
}
