/**
 * Newcomers mute by giving a role; a sanction is the timed way: it takes rights with a reason, by somebody, until a moment.
 * This room imposes and lifts sanctions and lets them begin and end by themselves: each has the time at which it changes
 * next, and whoever is first at that second raises its account's {@code ver}. What was missed while nothing ran is done at
 * the start.
 *
 * <p>It never forgets a sanction, never asks a clock whether a token is stale, and never lets the last administrator be
 * banned.
 *
 * <pre>
 * sanction   id · account_id · kind · reason · author_id · begins_at · ends_at · state · due_at · lifted_at · lifted_by
 * </pre>
 */
@NullMarked
package im.sparrow.auth.sanction;

import org.jspecify.annotations.NullMarked;
