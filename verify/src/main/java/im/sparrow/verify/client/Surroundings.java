package im.sparrow.verify.client;

import im.sparrow.verify.history.History;

/**
 * What all devices of a run share.
 *
 * @param rest the gateway
 * @param history where everything is written down
 * @param tally the running numbers
 * @param seed of the run
 */
public record Surroundings(Rest rest, History history, Tally tally, long seed) {}
