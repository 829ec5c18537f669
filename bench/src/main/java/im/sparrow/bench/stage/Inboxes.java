package im.sparrow.bench.stage;

import im.sparrow.bench.town.Backlog;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The whole list of conversations of somebody who has 200 or 1,000 of them. */
public final class Inboxes implements Stage {

    private static final int[] SIZES = {200, 1_000};
    private static final int QUESTIONS = 200;
    private static final int PAGE = 200;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @Override
    public Result run(Ground ground) throws InterruptedException, SQLException {
        Result result = Result.of("inbox");
        result.about()
                .add(
                        "all pages of 200 of one's one-to-one conversations, each with a last message and a peer, over REST"
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
                Line line = asking.timed(result, "inbox of " + size, QUESTIONS, i -> () -> all(asking, size));
                result.figures().put("inbox." + size + ".p50", line.p50());
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

    private static void all(Asking asking, int size) throws InterruptedException {
        @Nullable String next = "";
        for (int page = 0; page <= size / PAGE && next != null; page++) {
            String body = asking.get("/conversations?limit=" + PAGE + (next.isEmpty() ? "" : "&cursor=" + next));
            Matcher found = NEXT.matcher(body.substring(Math.max(0, body.length() - 300)));
            next = found.find() ? found.group(1) : null;
        }
    }
}
