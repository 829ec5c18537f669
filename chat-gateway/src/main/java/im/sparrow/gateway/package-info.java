/**
 * Newcomers look for what a gateway remembers; it holds nothing that cannot be rebuilt: sockets, the rooms of those who
 * are connected here, and commands on their way. The rooms inside: {@code socket} (one client's connection),
 * {@code room} (who of a conversation is here), {@code event} (the log's stream), {@code fanout} (bytes to sockets),
 * {@code command} (what clients ask, on its way to the log), {@code proxy}, {@code page}, {@code drain}.
 *
 * <p>It never touches a database, never numbers or stores a message, and never decides who may speak.
 */
@NullMarked
package im.sparrow.gateway;

import org.jspecify.annotations.NullMarked;
