package im.sparrow.verify.point;

import static net.bytebuddy.matcher.ElementMatchers.named;

import im.sparrow.verify.plant.Plant;
import im.sparrow.verify.plant.Plant.Site;
import java.util.List;

/** The points at which a part can be halted. */
public final class Points {

    /** The writer has committed a batch, and nobody was told. */
    public static final String COMMIT_PUBLISH = "halt-commit-publish";

    /** Everybody was told, and the offset of the batch is not committed. */
    public static final String PUBLISH_OFFSET = "halt-publish-offset";

    private static final String WRITER = "im.sparrow.message.writer.";

    /** All of them. */
    public static final List<Plant> ALL = List.of(
            new Plant(COMMIT_PUBLISH, List.of(new Site(WRITER + "EventPublisher", named("publish"), Halt.class))),
            new Plant(PUBLISH_OFFSET, List.of(new Site(WRITER + "Offsets", named("published"), Halt.class))));

    private Points() {}
}
