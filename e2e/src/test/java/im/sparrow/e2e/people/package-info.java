/**
 * Newcomers write requests into tests; a test says what people do, and this room knows how: register, befriend, say, read,
 * connect.
 *
 * <p>It never asserts and never retries what a person would not.
 */
@NullMarked
package im.sparrow.e2e.people;

import org.jspecify.annotations.NullMarked;
