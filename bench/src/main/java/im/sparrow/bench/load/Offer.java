package im.sparrow.bench.load;

/**
 * A load.
 *
 * @param rate sends a second, of all senders together; their times are drawn at random (Poisson)
 * @param lead seconds before the measured span
 * @param seconds of the measured span
 * @param sampled every so many-th socket's arrivals are read, of the others only counted
 */
public record Offer(double rate, double lead, double seconds, int sampled) {}
