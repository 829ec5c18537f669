/**
 * Newcomers read all contacts at each start; a client keeps them and asks what changed since its version. This room
 * answers: the contacts that changed, as they are now, and those that are over as {@code gone}.
 *
 * <p>It never keeps anything itself, and never answers half a change: a version in an answer means that all before it is
 * in this answer or an earlier one.
 */
@NullMarked
package im.sparrow.social.sync;

import org.jspecify.annotations.NullMarked;
