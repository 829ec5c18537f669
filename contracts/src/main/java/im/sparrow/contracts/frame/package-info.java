/**
 * Newcomers look for one frame class with optional fields; each frame a client may send is a record of its own here.
 *
 * <p>Never holds what services say to each other.
 */
@NullMarked
package im.sparrow.contracts.frame;

import org.jspecify.annotations.NullMarked;
