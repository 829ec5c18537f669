/**
 * Newcomers write a query with a filter for what may be seen; here the page is worked out first. Seqs are dense, so the
 * intervals say exactly which ones a page holds, and the query reads those rows and no others, at any length of history.
 *
 * <p>It never shows a seq outside of one's intervals, and the text of a recalled message is not there to be shown.
 */
@NullMarked
package im.sparrow.message.history;

import org.jspecify.annotations.NullMarked;
