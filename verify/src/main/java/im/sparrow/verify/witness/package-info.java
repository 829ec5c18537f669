/**
 * Newcomers read the database at the end; the witnesses are those who matter: what each device shows once all is quiet, and
 * what each user reads over REST.
 *
 * <p>It never helps a device to what it missed: it waits, and writes down what is there.
 */
@NullMarked
package im.sparrow.verify.witness;

import org.jspecify.annotations.NullMarked;
