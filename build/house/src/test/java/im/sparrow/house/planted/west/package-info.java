/**
 * Newcomers take this for a mistake; it is one, on purpose. The rule against cycles must find this package, and nothing
 * else uses it.
 */
@NullMarked
package im.sparrow.house.planted.west;

import org.jspecify.annotations.NullMarked;
