package im.sparrow.bench.stage;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.util.List;

/** One-to-one messages between people who are all connected. */
public final class Pairs implements Stage {

    private static final int CLIENTS = 1_000;
    private static final double GOAL = 5_000;
    private static final double STEP = 1_000;
    private static final double CALM = 100;
    private static final int WELCOME_SECONDS = 120;

    @Override
    public Result run(Ground ground) throws InterruptedException {
        Result result = Result.of("pairs");
        Town town = ground.settle(Plans.pairs(ground.effort().clients(CLIENTS) / 2));
        Crowd crowd = ground.connect(town.users().length, ground.hello(town), WELCOME_SECONDS);
        result.about()
                .add(town.users().length + " clients in " + town.chats().size()
                        + " one-to-one conversations, texts of 100 characters, pair and side drawn at random, times"
                        + " drawn at random (Poisson); latency from the intended time to the other's socket");
        var talk = new Talk(ground, crowd, town, result, 1, 1);
        double only = ground.effort().rate();
        if (only > 0) {
            talk.warmUp(only);
            talk.windows("messages", only, ground.effort().seconds());
            ground.profiled(
                    result.stage(),
                    () -> talk.window("recorded", only, ground.effort().seconds()));
        } else {
            all(ground, talk, result);
        }
        crowd.drop();
        return result;
    }

    private static void all(Ground ground, Talk talk, Result result) throws InterruptedException {
        double seconds = ground.effort().seconds();
        talk.warmUp(GOAL);
        List<Line> goal = talk.windows("goal", GOAL, seconds);
        talk.median("pairs.per1000", goal, Line::per1000);
        talk.median("pairs.p99", goal, Line::p99);
        ground.profiled(result.stage(), () -> talk.window("recorded", GOAL, seconds));
        boolean borne = goal.stream().filter(Talk::borne).count() > goal.size() / 2;
        double knee = borne
                ? Math.max(GOAL, talk.knee(GOAL + STEP, STEP, seconds))
                : talk.knee(GOAL - STEP, STEP / 2, seconds);
        result.figures().put("pairs.knee", knee);
        ground.say().accept("  highest rate with p99 of at most 500 ms: " + Math.round(knee) + " messages/s");
        List<Line> calm = talk.windows("calm", CALM, seconds * 1.5);
        talk.median("pairs.calm.p50", calm, Line::p50);
        talk.median("pairs.calm.p99", calm, Line::p99);
        talk.median("pairs.calm.per1000", calm, Line::per1000);
    }
}
