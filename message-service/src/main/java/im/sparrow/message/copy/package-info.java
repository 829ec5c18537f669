/**
 * Newcomers take {@code conversation} and {@code member} for this service's own; their numbers are, but who belongs is a copy
 * of what social-service has decided. This room compares it with him, and has him tell again what differs: so what is
 * repaired goes through the log like every other decision, at a seq, and is heard by everybody.
 *
 * <p>It never writes a row.
 */
@NullMarked
package im.sparrow.message.copy;

import org.jspecify.annotations.NullMarked;
