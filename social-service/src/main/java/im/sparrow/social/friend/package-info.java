/**
 * Newcomers store a friendship twice, once for each side; here a pair of people has one row, whoever asks. The row is made
 * with the pair's first request, is the lock of all that concerns the pair, and keeps the pair's conversation for ever:
 * who is no longer a friend cannot send there, and friends again go on where they stopped.
 *
 * <p>It never deletes a row, never makes a second conversation, and never decides on requests: {@code request} does.
 */
@NullMarked
package im.sparrow.social.friend;

import org.jspecify.annotations.NullMarked;
