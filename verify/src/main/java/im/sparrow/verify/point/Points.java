package im.sparrow.verify.point;

import static net.bytebuddy.matcher.ElementMatchers.named;

import im.sparrow.verify.plant.Plant;
import im.sparrow.verify.plant.Plant.Site;
import java.util.List;

/** What is woven into a part's process: where it halts, what time it sees. */
public final class Points {

    /** The writer has committed a batch, and nobody was told. */
    public static final String COMMIT_PUBLISH = "halt-commit-publish";

    /** Everybody was told, and the offset of the batch is not committed. */
    public static final String PUBLISH_OFFSET = "halt-publish-offset";

    /** From now on the process sees a later time. */
    public static final String CLOCK_AHEAD = "clock-ahead";

    /** From now on the process sees an earlier time. */
    public static final String CLOCK_BEHIND = "clock-behind";

    private static final String WRITER = "im.sparrow.message.writer.";

    /** All of them. */
    public static final List<Plant> ALL = List.of(
            new Plant(COMMIT_PUBLISH, List.of(new Site(WRITER + "EventPublisher", named("publish"), Halt.class))),
            new Plant(PUBLISH_OFFSET, List.of(new Site(WRITER + "Offsets", named("published"), Halt.class))),
            clock(CLOCK_AHEAD, ClockLeap.Ahead.class),
            clock(CLOCK_BEHIND, ClockLeap.Behind.class));

    private Points() {}

    /** All that asks java.time for the time comes here. */
    private static Plant clock(String word, Class<?> advice) {
        return new Plant(word, List.of(new Site("java.time.Clock", named("currentInstant"), advice)));
    }
}
