package im.sparrow.verify.defect;

import static net.bytebuddy.matcher.ElementMatchers.named;

import im.sparrow.verify.plant.Plant;
import im.sparrow.verify.plant.Plant.Site;
import java.util.List;

/** The defects that can be planted. */
public final class Defects {

    /** All of them. */
    public static final List<Plant> ALL = List.of(new Plant(
            "skipped-push", List.of(new Site("im.sparrow.gateway.fanout.LoopTask", named("add"), SkippedPush.class))));

    private Defects() {}
}
