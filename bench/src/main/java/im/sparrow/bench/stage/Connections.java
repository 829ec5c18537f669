package im.sparrow.bench.stage;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.machine.Jvm;
import im.sparrow.bench.machine.Memory;
import im.sparrow.bench.machine.Stopwatch;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.util.Locale;

/** Idle sockets on one gateway, each of a person of 20 conversations: how many, and what memory each takes. */
public final class Connections implements Stage {

    private static final int CLIENTS = 18_000;
    private static final int DIRECT = 10;
    private static final int GROUPS = 10;
    private static final int SIZE = 20;
    private static final int FIRST = 1_000;
    private static final int WELCOME_SECONDS = 420;
    private static final long REST_MS = 3_000;
    private static final double KB = 1_024;

    @Override
    public Result run(Ground ground) throws InterruptedException {
        Result result = Result.of("connections");
        int clients = ground.effort().clients(CLIENTS) / SIZE * SIZE;
        Town town = ground.settle(Plans.mixed(clients, DIRECT, GROUPS, SIZE));
        long gateway = ground.installation().instances("chat-gateway").getFirst();
        result.about()
                .add("each person in " + DIRECT + " one-to-one conversations and " + GROUPS + " groups of " + SIZE
                        + "; resident memory of the gateway after a collection, before and after, divided by sockets;"
                        + " kernel buffers are not in it, nor what the first " + FIRST
                        + " left behind who came and went"
                        + " before: compiled code, loaded classes");
        ground.connect(Math.min(FIRST, clients), ground.hello(town), WELCOME_SECONDS)
                .drop();
        long before = settled(gateway);
        long heapBefore = Jvm.heapUsed(gateway);
        long begin = System.nanoTime();
        var stopwatch = Stopwatch.start(ground.installation().processes());
        Crowd crowd = ground.connect(clients, ground.hello(town), WELCOME_SECONDS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        keep(ground, result, Line.of("coming", 0, clients, 0, 0, crowd.refused(), stopwatch.stop()));
        long after = settled(gateway);
        long heapAfter = Jvm.heapUsed(gateway);
        result.figures().put("connections.count", (double) clients);
        result.figures().put("connections.seconds", seconds);
        result.figures().put("connections.kilobytes", (after - before) / KB / clients);
        result.figures().put("connections.heap", (heapAfter - heapBefore) / KB / clients);
        ground.say()
                .accept(String.format(
                        Locale.ROOT,
                        "  %d sockets in %.0f s; gateway %.0f -> %.0f MB: %.1f KB a socket, %.1f KB of it live heap",
                        clients,
                        seconds,
                        before / KB / KB,
                        after / KB / KB,
                        result.figures().get("connections.kilobytes"),
                        result.figures().get("connections.heap")));
        idle(ground, result, clients);
        crowd.drop();
        return result;
    }

    private static void idle(Ground ground, Result result, int clients) throws InterruptedException {
        var stopwatch = Stopwatch.start(ground.installation().processes());
        Thread.sleep((long) (ground.effort().seconds() * 1_000));
        keep(ground, result, Line.of("idle (a thousand = sockets)", 0, clients, 0, 0, 0, stopwatch.stop()));
    }

    private static void keep(Ground ground, Result result, Line line) {
        result.lines().add(line);
        ground.say().accept("  " + line.text());
    }

    /** Resident memory after two collections, the second of which finds what the first promoted. */
    private static long settled(long pid) throws InterruptedException {
        Jvm.collect(pid);
        Thread.sleep(REST_MS);
        Jvm.collect(pid);
        Thread.sleep(REST_MS);
        return Memory.resident(pid);
    }
}
