package im.sparrow.bench.stage;

import im.sparrow.bench.town.Backlog;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.sql.Connection;
import java.sql.SQLException;

/** The whole list of conversations of somebody who has 200 or 1,000 of them. */
public final class Inboxes implements Stage {

    private static final int[] SIZES = {200, 1_000};
    private static final int QUESTIONS = 200;
    private static final int PAGE = 1_000;

    @Override
    public Result run(Ground ground) throws InterruptedException, SQLException {
        Result result = Result.of("inbox");
        result.about()
                .add("the page of all of one's one-to-one conversations, each with a last message and a peer, over REST"
                        + " through the gateway, one after the other on one connection");
        for (int size : SIZES) {
            Town town = ground.settle(Plans.star(size));
            try (Connection connection = ground.installation().database("message")) {
                for (Town.Chat chat : town.chats()) {
                    Backlog.fill(connection, town, chat, 1, there -> {});
                }
                know(connection, town);
            }
            try (var asking = new Asking(ground, town.users()[0])) {
                String label = "inbox of " + size;
                Line line = asking.timed(result, label, QUESTIONS, i -> () -> all(asking));
                result.figures().put("inbox." + size + ".p50", line.p50());
                ground.profiled(
                        result.stage() + "-" + size,
                        () -> asking.timed(result, label + ", recorded", QUESTIONS, i -> () -> all(asking)));
            }
        }
        return result;
    }

    /** The log has heard of the peers, as it would have of people who registered. */
    private static void know(Connection connection, Town town) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO known_account (id, username, nickname, status, role_ids,"
                        + " findable, version) VALUES (?, ?, ?, 'ACTIVE', '2', 1, 1)")) {
            for (long user : town.users()) {
                insert.setLong(1, user);
                insert.setString(2, "bench" + user);
                insert.setString(3, "Bench " + user);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void all(Asking asking) throws InterruptedException {
        String body = asking.get("/conversations?limit=" + PAGE);
        if (body.contains("\"next\":")) {
            throw new IllegalStateException("the list has more than one page");
        }
    }
}
