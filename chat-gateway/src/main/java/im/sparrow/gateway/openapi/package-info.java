/**
 * Newcomers edit an OpenAPI file; there is none to edit, the running services are the truth. This room asks each for its
 * own document and serves them as one.
 *
 * <p>It never invents a path and never shows an internal one.
 */
@NullMarked
package im.sparrow.gateway.openapi;

import org.jspecify.annotations.NullMarked;
