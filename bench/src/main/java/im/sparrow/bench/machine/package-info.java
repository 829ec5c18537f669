/**
 * Newcomers trust the wall clock; on shared cores the processor's seconds of each process are the steady figure, and a
 * window without its load average and stolen time says little.
 *
 * <p>Reads Linux' proc files and never the program that it measures.
 */
@NullMarked
package im.sparrow.bench.machine;

import org.jspecify.annotations.NullMarked;
