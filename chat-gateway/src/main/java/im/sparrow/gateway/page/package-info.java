/**
 * Newcomers search for the page's files here; they come as a jar from {@code web}. This room says under which rules a
 * browser may use them: what it may load, what it may keep, and that every address of the client is the same page.
 *
 * <p>It never renders anything and knows nothing of the user.
 */
@NullMarked
package im.sparrow.gateway.page;

import org.jspecify.annotations.NullMarked;
