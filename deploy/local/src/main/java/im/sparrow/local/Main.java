package im.sparrow.local;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The launcher's entry: {@code sparrow up}, {@code down}, {@code status}, {@code logs}, {@code reset}, {@code restart}, {@code
 * admin}.
 */
@Command(
        name = "sparrow",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            RestartCommand.class,
            AdminCommand.class
        })
public final class Main {
    // Held: a level set on a logger that nobody holds is forgotten. Clients warn while the broker still starts.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Main() {}

    /** Runs one command and ends with its exit code: 0 done, 1 not done, 2 not understood. */
    public static void main(String[] args) {
        KAFKA.setLevel(Level.SEVERE);
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof IllegalArgumentException) {
                command.getErr().println(problem.getMessage());
                return 2;
            }
            throw problem;
        });
        System.exit(line.execute(args));
    }
}
