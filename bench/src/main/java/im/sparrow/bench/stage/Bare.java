package im.sparrow.bench.stage;

import im.sparrow.bench.bare.BareInsert;
import im.sparrow.bench.bare.RelayProcess;
import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.machine.Stopwatch;
import im.sparrow.bench.machine.Window;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ceilings of this machine: sockets with nothing stored, and the writer's transaction with nothing around it. */
public final class Bare implements Stage {

    private static final int PORT = 18;
    private static final int PAIRS = 500;
    private static final int MEMBERS = 200;
    private static final int GROUPS = 2;
    private static final int CONVERSATIONS = 5_000;
    private static final int[] BATCHES = {1, 50, 500};
    private static final double WARM_SECONDS = 3;
    private static final double[] MESSAGES = {5_000, 20_000, 40_000};
    private static final double[] DELIVERIES = {300_000, 1_000_000, 2_000_000};
    private static final long HEARD_MS = 1_500;

    @Override
    public Result run(Ground ground) throws InterruptedException, SQLException {
        Result result = Result.of("bare");
        result.about()
                .add("a relay that checks and stores nothing, in a process of its own with one thread, under the same"
                        + " generator; and the statements of the writer's transaction by one thread over "
                        + CONVERSATIONS + " conversations, with nothing before or after");
        sockets(ground, result, "relay, pairs", Plans.pairs(PAIRS), 2, 1, MESSAGES);
        sockets(ground, result, "relay, groups of 200", Plans.groups(GROUPS, MEMBERS), MEMBERS, 20, DELIVERIES);
        inserts(ground, result);
        return result;
    }

    private static void sockets(
            Ground ground, Result result, String label, Town town, int size, int sampled, double[] rates)
            throws InterruptedException {
        int port = ground.installation().port() + PORT;
        try (var relay = RelayProcess.start(port, size)) {
            Thread.sleep(HEARD_MS);
            var crowd = new Crowd(
                    ground.loop(),
                    "127.0.0.1",
                    port,
                    town.users().length,
                    place -> "{\"t\":\"hello\"}",
                    (socket, in, at, length, now) -> {});
            crowd.connect(1, 60);
            Map<String, Long> processes = Map.of(
                    "relay",
                    relay.pid(),
                    Window.GENERATOR,
                    ProcessHandle.current().pid());
            var talk = new Talk(ground, crowd, town, result, sampled, size == 2 ? 1 : size, processes);
            talk.window(label + ", warm-up", rates[0], WARM_SECONDS);
            result.lines().removeLast();
            for (double rate : rates) {
                talk.window(label, rate, Math.min(ground.effort().seconds(), 5));
            }
            crowd.drop();
        }
    }

    private static void inserts(Ground ground, Result result) throws SQLException {
        Town town = ground.settle(Plans.pairs(CONVERSATIONS));
        var processes = ground.installation().processes();
        try (Connection connection = ground.installation().database("message")) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            var insert = new BareInsert(connection, town);
            for (int size : BATCHES) {
                timed(insert, size, WARM_SECONDS, new ArrayList<>());
                var times = new ArrayList<Double>();
                var stopwatch = Stopwatch.start(processes);
                timed(insert, size, Math.min(ground.effort().seconds(), 5), times);
                Window window = stopwatch.stop();
                var sorted = times.stream().sorted().toList();
                Line line = Line.of(
                        "insert, batches of " + size,
                        0,
                        (double) times.size() * size,
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 99 / 100),
                        0,
                        window);
                result.lines().add(line);
                ground.say().accept("  " + line.text());
            }
        }
    }

    private static void timed(BareInsert insert, int size, double seconds, List<Double> millis) throws SQLException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (long now = System.nanoTime(); now < end; ) {
            insert.batch(size);
            long then = now;
            now = System.nanoTime();
            millis.add((now - then) / 1e6);
        }
    }
}
