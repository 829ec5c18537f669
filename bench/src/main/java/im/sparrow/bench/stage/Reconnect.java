package im.sparrow.bench.stage;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.client.Syncing;
import im.sparrow.bench.load.Round;
import im.sparrow.bench.machine.Stopwatch;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Everybody loses the connection, something is said meanwhile, everybody comes back at once. */
public final class Reconnect implements Stage {

    private static final int CLIENTS = 5_000;
    private static final int DIRECT = 10;
    private static final int GROUPS = 10;
    private static final int SIZE = 20;
    private static final int MISSED = 2;
    private static final int AT_ONCE = 512;
    private static final int SECONDS = 180;

    @Override
    public Result run(Ground ground) throws InterruptedException {
        Result result = Result.of("reconnect");
        int clients = ground.effort().clients(CLIENTS) / SIZE * SIZE;
        Town town = ground.settle(Plans.mixed(clients, DIRECT, GROUPS, SIZE));
        result.about()
                .add("each person in " + DIRECT + " one-to-one conversations and " + GROUPS + " groups of " + SIZE
                        + ", holding the heads of all; all connections are dropped, " + MISSED
                        + " of each one's conversations get a message, then all come back, " + AT_ONCE
                        + " at the door at once, and pull what they missed; until the last one has its last page");
        ground.connect(clients, ground.hello(town), SECONDS).drop();
        var times = new ArrayList<Double>();
        for (int run = 0; run < ground.effort().runs(); run++) {
            say(ground, town, clients);
            times.add(once(ground, result, town, clients, run));
        }
        result.figures().put("reconnect.seconds", Result.median(times));
        ground.profiled(result.stage(), () -> {
            say(ground, town, clients);
            once(ground, result, town, clients, ground.effort().runs());
        });
        return result;
    }

    /** One message in each group of the first rounds, by its first member. */
    private static void say(Ground ground, Town town, int clients) throws InterruptedException {
        int first = clients * DIRECT / 2;
        List<Town.Chat> chats = town.chats().subList(first, first + clients / SIZE * MISSED);
        int[] speakers =
                chats.stream().mapToInt(chat -> chat.members()[0]).distinct().toArray();
        IntFunction<String> hello = ground.hello(town);
        Crowd crowd = ground.connect(speakers.length, place -> hello.apply(speakers[place]), SECONDS);
        Round.say(ground.loop(), crowd, speakers, chats);
        crowd.drop();
    }

    private static double once(Ground ground, Result result, Town town, int clients, int run)
            throws InterruptedException {
        IntFunction<String> hello = held(ground, town, run);
        var hellos = new String[clients];
        for (int i = 0; i < clients; i++) {
            hellos[i] = hello.apply(i); // the signature is a log-in's work and not a return's
        }
        var stopwatch = Stopwatch.start(ground.installation().processes());
        var syncing = new Syncing(clients);
        Crowd crowd = ground.crowd(clients, place -> hellos[place], syncing);
        crowd.connect(AT_ONCE, SECONDS);
        syncing.await(SECONDS);
        double seconds = syncing.percentile(100) / 1e3;
        Line line = Line.of(
                "return",
                0,
                clients,
                syncing.percentile(50),
                syncing.percentile(99),
                crowd.refused(),
                stopwatch.stop());
        result.lines().add(line);
        ground.say()
                .accept("  in sync after " + seconds + " s, " + syncing.pulled() + " pages  " + line.text() + " "
                        + crowd.reason());
        crowd.drop();
        return seconds;
    }

    /** A hello with the heads of all of one's conversations as they were before the newest message. */
    private static IntFunction<String> held(Ground ground, Town town, int run) {
        var heads = new StringBuilder[town.users().length];
        int spoken = town.users().length / SIZE * MISSED;
        int first = town.users().length * DIRECT / 2;
        for (int which = 0; which < town.chats().size(); which++) {
            Town.Chat chat = town.chats().get(which);
            int seq = which >= first && which < first + spoken ? run : 0;
            for (int member : chat.members()) {
                StringBuilder own = heads[member] == null ? new StringBuilder() : heads[member].append(',');
                heads[member] = own.append('"')
                        .append(chat.id())
                        .append("\":[")
                        .append(seq)
                        .append(",0]");
            }
        }
        String epoch = ground.epoch();
        return place -> {
            String plain = ground.hello(town).apply(place);
            return plain.substring(0, plain.length() - 1) + ",\"epoch\":\"" + epoch + "\",\"heads\":{" + heads[place]
                    + "}}";
        };
    }
}
