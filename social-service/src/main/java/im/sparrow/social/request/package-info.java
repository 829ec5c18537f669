/**
 * Newcomers let anybody with a request's id decide on it; only the addressee accepts or rejects, only the sender cancels,
 * and each request is decided once, however many try at the same time. Two people who ask each other are friends.
 *
 * <p>It never tells a third person whether a request exists, and never has two requests of a pair wait.
 */
@NullMarked
package im.sparrow.social.request;

import org.jspecify.annotations.NullMarked;
