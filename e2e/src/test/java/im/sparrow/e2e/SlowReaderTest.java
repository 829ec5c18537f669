package im.sparrow.e2e;

import static im.sparrow.e2e.person.Saying.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.corpus.Pair;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import im.sparrow.e2e.wire.RawSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who asks and then reads nothing for a minute: he is sent away, costs bounded memory, and nobody else waits. */
@ExtendWith(WholeSuite.class)
@Order(8)
class SlowReaderTest {

    /** Long texts; a page of all of them is almost a megabyte. */
    private static final int TEXTS = 55;

    private static final int TEXT_LENGTH = 5_000;
    private static final int PAGES = 12;
    private static final int SIP = 8 * 1024;

    /** Longer than a gateway waits for a sign of life, which nobody gives who does not read that he is asked for it. */
    private static final Duration READS_NOTHING = Duration.ofSeconds(66);

    private static final int SLOW_CONSUMER = 4409;
    private static final long MOST_MEGABYTES = 64;

    @Test
    void who_does_not_read_is_closed_with_4409_and_nobody_waits(RunningSuite suite) throws Exception {
        var wendy = suite.register("Wendy");
        var slow = suite.register("Slow");
        var chat = wendy.befriends(slow);
        for (int i = 0; i < TEXTS; i++) {
            wendy.sends(text("漢".repeat(TEXT_LENGTH))).in(chat);
        }
        var reading = new Semaphore(Integer.MAX_VALUE);
        try (var pair = new Pair(suite);
                var socket = RawSocket.lazy(suite.gatewayPort(1), SIP, reading)) {
            socket.say("{\"t\":\"hello\",\"deviceId\":\"slow\",\"token\":\"" + slow.token() + "\"}");
            while (!socket.next(10_000).orElseThrow().t().equals("welcome")) {
                // Only the welcome is waited for.
            }
            var quiet = pair.talks(60, new AtomicBoolean());
            long before = suite.megabytes("chat-gateway");

            reading.drainPermits();
            for (int i = 0; i < PAGES; i++) {
                socket.say("{\"t\":\"pull\",\"conversationId\":\"" + chat.id() + "\",\"afterSeq\":0,\"limit\":200}");
            }
            var over = new AtomicBoolean();
            var clock = CompletableFuture.runAsync(
                    () -> over.set(true),
                    CompletableFuture.delayedExecutor(READS_NOTHING.toMillis(), TimeUnit.MILLISECONDS));
            var meanwhile = pair.talks(0, over);
            clock.join();
            long during = suite.megabytes("chat-gateway");
            reading.release(1_000_000);
            int end = end(socket);

            System.out.printf(
                    "e2e: a reader that stops: closed %d; gateway %d MB, %d MB meanwhile; others' p99 %.1f ms, %.1f ms%n",
                    end, before, during, Pair.p99(quiet), Pair.p99(meanwhile));
            assertThat(end).isEqualTo(SLOW_CONSUMER);
            assertThat(during - before).as("MB more").isLessThan(MOST_MEGABYTES);
            assertThat(Pair.p99(meanwhile)).as("others' p99, ms").isLessThan(Math.max(1_500, 8 * Pair.p99(quiet)));
        }
    }

    private static int end(RawSocket socket) throws InterruptedException {
        while (true) {
            var heard = socket.next(TimeUnit.SECONDS.toMillis(20)).orElseThrow();
            if (heard.closed() != 0) {
                return heard.closed();
            }
        }
    }
}
