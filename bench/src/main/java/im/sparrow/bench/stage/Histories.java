package im.sparrow.bench.stage;

import im.sparrow.bench.town.Backlog;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Random;

/** Pages of 50 messages: where few were ever said, and anywhere in a conversation of millions. */
public final class Histories implements Stage {

    private static final long FEW = 1_000;
    private static final long SAID_EVERY = 1_000_000;
    private static final int QUESTIONS = 500;

    @Override
    public Result run(Ground ground) throws InterruptedException, SQLException {
        Result result = Result.of("history");
        Town town = ground.settle(Plans.pairs(2));
        Town.Chat few = town.chats().get(0);
        Town.Chat many = town.chats().get(1);
        long rows = ground.effort().rows();
        result.about()
                .add(String.format(
                        Locale.ROOT,
                        "pages of 50 at random places of a conversation of %,d messages and of one of %,d, over REST"
                                + " through the gateway, one after the other on one connection",
                        FEW,
                        rows));
        try (Connection connection = ground.installation().database("message")) {
            Backlog.fill(connection, town, few, FEW, there -> {});
        }
        ask(ground, result, town, few, FEW, "few");
        long begin = System.nanoTime();
        try (Connection connection = ground.installation().database("message")) {
            Backlog.fill(connection, town, many, rows, there -> {
                if (there % SAID_EVERY < 100_000) {
                    ground.say()
                            .accept(String.format(
                                    Locale.ROOT,
                                    "  %,d of %,d messages, %.0f s",
                                    there,
                                    rows,
                                    (System.nanoTime() - begin) / 1e9));
                }
            });
        }
        ask(ground, result, town, many, rows, "many");
        result.figures().put("history.rows", (double) rows);
        return result;
    }

    private static void ask(Ground ground, Result result, Town town, Town.Chat chat, long rows, String name)
            throws InterruptedException {
        var random = new Random(1);
        try (var asking = new Asking(ground, town.users()[chat.members()[0]])) {
            String path = "/conversations/" + chat.id() + "/messages?limit=50";
            Line line = asking.timed(
                    result,
                    "any page of " + rows,
                    QUESTIONS,
                    i -> () -> asking.get(path + "&before=" + (52 + random.nextLong(rows - 52))));
            Line newest = asking.timed(result, "newest of " + rows, QUESTIONS, i -> () -> asking.get(path));
            result.figures().put("history." + name + ".p50", line.p50());
            result.figures().put("history." + name + ".newest.p50", newest.p50());
        }
    }
}
