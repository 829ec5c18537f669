/**
 * Newcomers miss an ORM; the log's tables are read and written by hand-written statements on many rows at once, and this
 * room only saves them the counting of parameters. Shapes are measured ones: reading by many keys joins a derived table of
 * those keys ({@link im.sparrow.message.sql.Jdbc#rows}), since {@code (a, b) IN ((?, ?), …)} is planned at random.
 *
 * <p>It knows no table, and never opens a transaction by itself.
 */
@NullMarked
package im.sparrow.message.sql;

import org.jspecify.annotations.NullMarked;
