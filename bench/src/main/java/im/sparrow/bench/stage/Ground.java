package im.sparrow.bench.stage;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.client.Ear;
import im.sparrow.bench.client.Loop;
import im.sparrow.bench.profile.Profiling;
import im.sparrow.bench.suite.Installation;
import im.sparrow.bench.town.Settling;
import im.sparrow.bench.town.Tokens;
import im.sparrow.bench.town.Town;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * What every stage stands on.
 *
 * @param installation what is measured
 * @param loop the generator's thread
 * @param tokens for people who never logged in
 * @param effort how much is measured
 * @param say one line of progress
 */
public record Ground(Installation installation, Loop loop, Tokens tokens, Effort effort, Consumer<String> say) {

    private static final int AT_ONCE = 64;
    private static final long STEP = 50_000;
    private static final Ear DEAF = (socket, in, at, length, now) -> {};

    /**
     * How much is measured.
     *
     * @param runs windows of each kind; the median is quoted
     * @param seconds of a window
     * @param warmUp seconds of the same load before the first window
     * @param rate the only rate to be tried, or 0 for the stage's own
     * @param clients how many, or 0 for the stage's own number
     * @param rows of the long history
     * @param profile whether one more window of each kind is recorded and not quoted
     */
    public record Effort(
            int runs, double seconds, double warmUp, double rate, int clients, long rows, boolean profile) {

        /** The number of clients. */
        int clients(int own) {
            return clients > 0 ? clients : own;
        }
    }

    /** Does something under the recorders of the two services on the path of a message, if profiles are wanted. */
    void profiled(String title, Profiling.Work work) throws InterruptedException {
        if (effort.profile()) {
            var pids = new TreeMap<>(installation.processes());
            pids.keySet().removeIf(name -> !name.startsWith("chat-gateway") && !name.startsWith("message-service"));
            var page = Profiling.during(pids, installation.home().resolve("profiles"), title, work);
            say.accept("  profile: " + page);
        }
    }

    /** Writes a town and says how it goes on. */
    Town settle(Town town) {
        try {
            long[] next = {STEP};
            Settling.settle(installation, town, written -> {
                if (written >= next[0]) {
                    next[0] += STEP;
                    say.accept("  " + written + " memberships written");
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the town could not be written: " + e.getMessage(), e);
        }
        say.accept(town.users().length + " people, " + town.chats().size() + " conversations");
        return town;
    }

    /** A client with an empty cache. */
    IntFunction<String> hello(Town town) {
        return place -> "{\"t\":\"hello\",\"token\":\"" + tokens.of(town.users()[place]) + "\",\"deviceId\":\"bench\"}";
    }

    /** People who are about to connect, and whom they tell what they hear, from their welcome on. */
    Crowd crowd(int people, IntFunction<String> hello, Ear owner) {
        return new Crowd(loop, "127.0.0.1", installation.port(), people, hello, owner);
    }

    /** The log's epoch, which a client that holds something names. */
    String epoch() {
        return installation.epoch();
    }

    /** Connects the first so many people and waits until all are welcomed. */
    Crowd connect(int people, IntFunction<String> hello, int seconds) throws InterruptedException {
        var crowd = crowd(people, hello, DEAF);
        crowd.connect(AT_ONCE, seconds);
        say.accept(people + " clients are welcomed"
                + (crowd.refused() == 0 ? "" : ", " + crowd.refused() + " times one came again: " + crowd.reason()));
        return crowd;
    }
}
