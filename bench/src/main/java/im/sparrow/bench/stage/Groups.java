package im.sparrow.bench.stage;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.util.List;

/** Groups of 200 whose members are all connected; what is counted are deliveries. */
public final class Groups implements Stage {

    private static final int MEMBERS = 200;
    private static final int GROUPS = 2;
    private static final int SAMPLED = 20;
    private static final double GOAL = 300_000;
    private static final double STEP = 100_000;
    private static final int WELCOME_SECONDS = 60;

    @Override
    public Result run(Ground ground) throws InterruptedException {
        Result result = Result.of("group");
        int groups = Math.max(1, ground.effort().clients(GROUPS * MEMBERS) / MEMBERS);
        Town town = ground.settle(Plans.groups(groups, MEMBERS));
        Crowd crowd = ground.connect(town.users().length, ground.hello(town), WELCOME_SECONDS);
        result.about()
                .add(groups + " groups of " + MEMBERS + ", all members connected and all speaking at random; deliveries"
                        + " are message frames at any member's socket, latency is read at every " + SAMPLED + "th");
        var talk = new Talk(ground, crowd, town, result, SAMPLED, MEMBERS);
        double only = ground.effort().rate();
        if (only > 0) {
            talk.warmUp(only);
            talk.windows("deliveries", only, ground.effort().seconds());
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
        talk.median("group.per1000", goal, Line::per1000);
        talk.median("group.p99", goal, Line::p99);
        ground.profiled(result.stage(), () -> talk.window("recorded", GOAL, seconds));
        boolean borne = goal.stream().filter(Talk::borne).count() > goal.size() / 2;
        double knee = borne
                ? Math.max(GOAL, talk.knee(GOAL + STEP, STEP, seconds))
                : talk.knee(GOAL - STEP / 2, STEP / 2, seconds);
        result.figures().put("group.knee", knee);
        ground.say().accept("  highest rate with p99 of at most 500 ms: " + Math.round(knee) + " deliveries/s");
    }
}
