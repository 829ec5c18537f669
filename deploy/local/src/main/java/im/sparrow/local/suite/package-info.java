/**
 * The whole suite as parts: database, broker, topics, six services, in the order in which they can work. Newcomers
 * expect that the services find each other by some registry: each is told its neighbours' addresses in its environment,
 * here and on a cluster alike, so a look at {@link im.sparrow.local.suite.Environment} shows what production has to say.
 *
 * <p>Tests and the checker start a suite by {@link im.sparrow.local.suite.Suite#start}. This room prints nothing and
 * never touches a service's tables.
 */
@NullMarked
package im.sparrow.local.suite;

import org.jspecify.annotations.NullMarked;
