package im.sparrow.gateway.fanout;

/**
 * A frame and who gets it.
 *
 * @param conversation whose order it belongs to, or 0 when it is of none
 * @param frame the frame's text in UTF-8; must not be changed
 * @param at when it was made, epoch milliseconds, or 0 when nobody knows
 * @param targets who gets it
 */
public record Delivery(long conversation, byte[] frame, long at, Targets targets) {}
