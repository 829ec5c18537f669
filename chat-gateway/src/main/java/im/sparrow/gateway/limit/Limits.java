package im.sparrow.gateway.limit;

import im.sparrow.contracts.Bounds;

/**
 * What clients must know before they hit it; in {@code welcome} and at {@code GET /api/v1/limits}.
 *
 * @param sendsPerSecond commands a second and user
 * @param sendBurst commands at once
 * @param framesPerSecond frames a second and socket
 * @param frameBurst frames at once
 * @param socketsPerUser sockets of a user
 * @param frameBytes bytes of a frame
 * @param textMax characters (UTF-16 units) of a text
 * @param mentionsMax users named in a message
 * @param headsPerFrame heads in one hello or heads frame
 * @param pageMax items of a page
 * @param recallSeconds how long a message can be recalled
 */
public record Limits(
        int sendsPerSecond,
        int sendBurst,
        int framesPerSecond,
        int frameBurst,
        int socketsPerUser,
        int frameBytes,
        int textMax,
        int mentionsMax,
        int headsPerFrame,
        int pageMax,
        long recallSeconds) {

    /** The limits as they are set. */
    public static Limits of(LimitsConfig config) {
        return new Limits(
                config.sendsPerSecond(),
                config.sendBurst(),
                config.framesPerSecond(),
                config.frameBurst(),
                config.socketsPerUser(),
                Bounds.FRAME_BYTES,
                Bounds.TEXT_MAX,
                Bounds.MENTIONS_MAX,
                Bounds.HEADS_PER_FRAME,
                Bounds.PAGE_MAX,
                Bounds.RECALL_WINDOW.toSeconds());
    }
}
