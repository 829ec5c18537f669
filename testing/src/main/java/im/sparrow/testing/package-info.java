/**
 * The test kit: a real database, a real broker, tokens that the services believe. Newcomers expect containers, one set
 * per test class; there is one database and one broker per test JVM, started by whoever asks first (about 1 and 3 s)
 * and ended with the JVM, so tests must use ids and keys of their own instead of an empty world.
 *
 * <p>Nothing here is a mock, and no product jar may depend on this module.
 */
@NullMarked
package im.sparrow.testing;

import org.jspecify.annotations.NullMarked;
