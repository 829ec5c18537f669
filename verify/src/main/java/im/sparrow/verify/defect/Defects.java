package im.sparrow.verify.defect;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import im.sparrow.verify.plant.Plant;
import im.sparrow.verify.plant.Plant.Site;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** The defects that can be planted, and what brings some of them to light. */
public final class Defects {

    private static final String GATEWAY = "im.sparrow.gateway.";
    private static final String MESSAGE = "im.sparrow.message.";

    /** All of them. */
    public static final List<Plant> ALL = List.of(
            plant("skipped-push", GATEWAY + "fanout.LoopTask", named("add"), SkippedPush.class),
            plant(
                    "unstored-batch",
                    "io.agroal.pool.wrapper.ConnectionWrapper",
                    named("commit").and(takesNoArguments()),
                    UnstoredBatch.class),
            plant("skipped-commands", MESSAGE + "writer.Batches", named("of"), SkippedCommands.class),
            plant(
                    "kept-room",
                    GATEWAY + "room.Rooms",
                    named("leave").and(takesArgument(1, named(GATEWAY + "room.LocalUser"))),
                    Always.class),
            plant("replayed-joins", MESSAGE + "writer.EventPublisher", named("publish"), ReplayedJoins.class),
            plant("believed-replay", GATEWAY + "room.Room", named("takes"), BelievedReplay.class),
            plant("accepted-session", "im.sparrow.platform.identity.RevocationList", named("stale"), Always.class),
            plant("counted-twice", MESSAGE + "member.Marks", named("readCountableNo"), CountedTwice.class));

    private Defects() {}

    private static Plant plant(
            String word, String type, ElementMatcher<? super MethodDescription> methods, Class<?> advice) {
        return new Plant(word, List.of(new Site(type, methods, advice)));
    }
}
