/**
 * The page in a real browser. Newcomers find elements by text or class; these pages are known by the {@code data-testid}s
 * that web/chat documents, so a new word or a new skin breaks no test.
 *
 * <p>This room clicks and types as people do, and never calls the page's code; a visitor notes every error that the page
 * threw and everything that its own policy forbade. Nothing is downloaded: the browser is the system's.
 */
@NullMarked
package im.sparrow.e2e.page;

import org.jspecify.annotations.NullMarked;
