package im.sparrow.engines;

import java.nio.file.Path;
import java.util.List;

/**
 * What one database server is started with.
 *
 * @param data the data folder; made at the first start
 * @param run a private folder for socket, pid and init file; its path must be short (a socket's name has 107 bytes)
 * @param port TCP on 127.0.0.1 only
 * @param users the schemas that exist after the start, each with its user and exactly this password
 */
public record DatabaseSettings(Path data, Path run, int port, List<SchemaUser> users) {
    /** Copies the list. */
    public DatabaseSettings {
        users = List.copyOf(users);
    }

    Path socket() {
        return run.resolve("db.sock");
    }

    Path initFile() {
        return run.resolve("init.sql");
    }
}
