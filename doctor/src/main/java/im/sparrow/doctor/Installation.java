package im.sparrow.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of an installation are.
 *
 * @param databases of the services that keep something
 * @param kafka the broker's bootstrap servers
 * @param services the management doors, where health is asked; empty = not asked
 * @param home the folder of data on this machine, if they are here
 */
record Installation(Map<Schema, Database> databases, String kafka, List<Service> services, Optional<Path> home) {

    /** A database with its user. */
    record Database(String url, String user, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return "Database[" + url + ", " + user + "]";
        }
    }

    /** A service's management door, as {@code http://127.0.0.1:7810}. */
    record Service(String name, URI management) {}
}
