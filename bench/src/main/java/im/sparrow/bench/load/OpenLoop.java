package im.sparrow.bench.load;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.client.Loop;
import im.sparrow.bench.client.Socket;
import im.sparrow.bench.machine.Stopwatch;
import im.sparrow.bench.machine.Window;
import im.sparrow.bench.town.Town;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Offers loads to a town whose people are all connected, one after another. */
public final class OpenLoop {

    private static final long TICK_US = 500;
    private static final int AT_ONCE = 128;
    private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOOK_MS = 20;
    private static final int PATIENCE_SECONDS = 15;
    private static final double NANOS = 1e9;

    private final Loop loop;
    private final Crowd crowd;
    private final Town town;
    private final SendFrame[] frames;
    private final Map<String, Long> processes;
    private final int patience;
    private final Random random = new Random(1);

    /** A crowd whose places are the town's; what is under way at the end of a load is waited for. */
    public OpenLoop(Loop loop, Crowd crowd, Town town, Map<String, Long> processes) {
        this(loop, crowd, town, processes, PATIENCE_SECONDS);
    }

    /** The same with another patience, in seconds. */
    OpenLoop(Loop loop, Crowd crowd, Town town, Map<String, Long> processes, int patience) {
        this.loop = loop;
        this.crowd = crowd;
        this.town = town;
        this.processes = processes;
        this.patience = patience;
        this.frames =
                town.chats().stream().map(chat -> new SendFrame(chat.id())).toArray(SendFrame[]::new);
    }

    /** Sends at drawn times, each noted before; on the loop. */
    private final class Sending implements Runnable {
        private final Ledger ledger;
        private final List<Socket> sockets;
        private final double gap;
        private final long end;
        private double at;
        private boolean over;

        private final int sampled;

        Sending(Ledger ledger, Offer offer, long begin, long end) {
            this.ledger = ledger;
            this.sampled = offer.sampled();
            this.sockets = crowd.sockets();
            this.gap = NANOS / offer.rate();
            this.at = begin;
            this.end = end;
        }

        @Override
        public void run() {
            long now = System.nanoTime();
            // Who is behind reads in between, else the one thread would only write.
            for (int i = 0; i < AT_ONCE && at <= now && !over; i++) {
                one((long) at);
                at -= Math.log(1 - random.nextDouble()) * gap;
                over = at >= end;
            }
            if (at <= now && !over) {
                loop.events().execute(this);
            }
        }

        private void one(long intended) {
            int which = random.nextInt(frames.length);
            int[] members = town.chats().get(which).members();
            int sender = members[random.nextInt(members.length)];
            int number = ledger.note(intended, sender, readers(members, sender));
            if (number >= 0) {
                frames[which].send(sockets.get(sender), number, ledger.run());
            }
        }

        private int readers(int[] members, int sender) {
            int readers = sender % sampled == 0 ? -1 : 0;
            for (int member : members) {
                readers += member % sampled == 0 ? 1 : 0;
            }
            return readers;
        }
    }

    /** Offers a load, waits for what is under way, and says what became of it. */
    public Measured run(Offer offer) throws InterruptedException {
        long begin = System.nanoTime() + START_NANOS;
        long from = begin + (long) (offer.lead() * NANOS);
        long to = from + (long) (offer.seconds() * NANOS);
        int capacity = (int) (offer.rate() * (offer.lead() + offer.seconds()) * 1.2) + 1_000;
        long mark = System.currentTimeMillis() << 4 & 0xffff_ffff_ffffL;
        var ledger = new Ledger(mark, capacity, offer.sampled(), from, to);
        var sending = new Sending(ledger, offer, begin, to);
        loop.events().execute(() -> crowd.hand(ledger));
        ScheduledFuture<?> ticks = loop.events().scheduleAtFixedRate(sending, 0, TICK_US, TimeUnit.MICROSECONDS);
        sleepUntil(from);
        var stopwatch = Stopwatch.start(processes);
        sleepUntil(to);
        Window window = stopwatch.stop();
        awaitArrivals(ledger);
        ticks.cancel(false);
        return onLoop(() -> conclude(offer, ledger, window));
    }

    private static Measured conclude(Offer offer, Ledger ledger, Window window) {
        long missing = ledger.missing();
        return new Measured(
                offer,
                ledger.measured(),
                ledger.arrivals(),
                missing,
                ledger.nacks(),
                ledger.closed(),
                ledger.firstNack(),
                Measured.Latency.of(ledger.deliveries(System.nanoTime())),
                Measured.Latency.of(ledger.ownAcks()),
                window);
    }

    private void awaitArrivals(Ledger ledger) throws InterruptedException {
        long end = System.currentTimeMillis() + TimeUnit.SECONDS.toMillis(patience);
        while (System.currentTimeMillis() < end && !onLoop(ledger::complete)) {
            Thread.sleep(LOOK_MS);
        }
    }

    private interface Question<T> {
        T ask();
    }

    private <T> T onLoop(Question<T> question) throws InterruptedException {
        try {
            return loop.events().submit(question::ask).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
