/**
 * Newcomers profile the generator; this looks into the services, by the flight recorder that every JVM carries.
 *
 * <p>Never runs while a figure is taken that is quoted: a recording costs some percent.
 */
@NullMarked
package im.sparrow.bench.profile;

import org.jspecify.annotations.NullMarked;
