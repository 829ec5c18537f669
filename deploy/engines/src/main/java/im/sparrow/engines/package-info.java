/**
 * The two engines under the suite, a database and a broker, as ordinary processes of this machine. Newcomers look for
 * a container or an installed server: there is none, both come out of the Maven repository, and what is started here
 * is the real thing (MariaDB or MySQL, Kafka in KRaft mode) with data that survive a kill.
 *
 * <p>A {@link im.sparrow.engines.DatabaseProgram} only knows how to lay out data and what its command line is, so that
 * the launcher can supervise the process like any other; {@link im.sparrow.engines.DatabaseServer} is for those who
 * just want one running. This package never knows a table, a message or a service.
 */
@NullMarked
package im.sparrow.engines;

import org.jspecify.annotations.NullMarked;
