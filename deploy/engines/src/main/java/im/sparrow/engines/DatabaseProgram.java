package im.sparrow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A database program on this machine: how its data are laid out the first time, and its command line. */
public sealed interface DatabaseProgram permits MariaDb, MySql {
    /** For people: program and version, as "MariaDB 11.4.5". */
    String title();

    /** Lays out an empty data folder; the folder must not exist. Takes 1 to 5 s. */
    void layOut(Path data) throws IOException;

    /** The arguments that only this program knows. */
    List<String> ownArguments(DatabaseSettings settings);

    /** The program's file. */
    Path binary();

    /**
     * Does everything that comes before the start (data of the first time, init file) and says what to start. Until
     * the server greets ({@link DatabaseServer#greets}) its users do not exist yet.
     *
     * @throws IOException when the data cannot be laid out; nothing half-made stays behind
     */
    default List<String> prepare(DatabaseSettings settings) throws IOException {
        Files.createDirectories(settings.run());
        if (Files.notExists(settings.data())) {
            var fresh = settings.data().resolveSibling(settings.data().getFileName() + ".new");
            Folders.delete(fresh);
            Files.createDirectories(fresh.getParent());
            layOut(fresh);
            Files.move(fresh, settings.data());
        }
        InitFile.write(settings.initFile(), settings.users());
        return command(settings);
    }

    private List<String> command(DatabaseSettings settings) {
        var command = new ArrayList<String>();
        command.add(binary().toString());
        command.add("--no-defaults");
        command.addAll(ownArguments(settings));
        command.addAll(List.of(
                "--datadir=" + settings.data(),
                "--port=" + settings.port(),
                "--bind-address=127.0.0.1",
                "--socket=" + settings.socket(),
                "--pid-file=" + settings.run().resolve("db.pid"),
                "--init-file=" + settings.initFile(),
                "--skip-name-resolve",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--max-connections=200",
                "--innodb-buffer-pool-size=128M",
                // The commit is the acknowledgement a sender gets: it has to be on the disk.
                "--innodb-flush-log-at-trx-commit=1",
                "--character-set-server=utf8mb4"));
        command.addAll(Programs.asRoot());
        return command;
    }
}
