/**
 * Newcomers look for a second health check here; services say themselves whether they are well, and this looks at what they
 * cannot see: whether the rows of the whole installation fit together. Most of it is questions to the three databases whose
 * right answer is no row ({@link im.sparrow.doctor.Question}); copies are compared with their owners row by row.
 *
 * <p>It is an operator's tool with the operator's rights, so it alone reads every schema. It knows tables, topics and
 * health, never a service's code; it changes nothing unless asked to repair, and never a message or its number.
 */
@NullMarked
package im.sparrow.doctor;

import org.jspecify.annotations.NullMarked;
