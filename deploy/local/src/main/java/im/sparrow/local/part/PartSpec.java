package im.sparrow.local.part;

import java.nio.file.Path;
import java.time.Duration;

/**
 * All that the watching of a part needs to know.
 *
 * @param name as in messages, in the name of its log and of its pid file
 * @param launch how it is started
 * @param readiness how one sees that it works
 * @param log where its output goes, appended
 * @param pidFile where its {@link Mark} is kept
 * @param patience an attempt that does not answer within this is killed
 * @param grace after this a part that was told to end is killed
 */
public record PartSpec(
        String name, Launch launch, Readiness readiness, Path log, Path pidFile, Duration patience, Duration grace) {}
