package im.sparrow.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sparrow doctor}: exits 0 when nothing is wrong, 1 when something is, 2 when it was asked wrongly. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Looks the installation over: says what is wrong and what to do.",
        footer = {
            "",
            "The suite of this machine is found by itself. For any other one, say in the environment:",
            "  SPARROW_AUTH_DB_URL, SPARROW_AUTH_DB_USER, SPARROW_AUTH_DB_PASSWORD   and with SOCIAL, MESSAGE",
            "  SPARROW_KAFKA        bootstrap servers",
            "  SPARROW_HEALTH       name=http://host:port, separated by commas: the services' management doors",
            "  SPARROW_AUTH_URL, SPARROW_SOCIAL_URL, SPARROW_MESSAGE_URL, SPARROW_ADMIN_SECRET   for --repair"
        })
public final class Doctor implements Callable<Integer> {

    private static final long MEBI = 1024 * 1024;

    @Option(names = "--repair", description = "puts right what can be counted again or copied again from its owner")
    private boolean repair;

    @Option(names = "--home", defaultValue = ".sparrow", description = "the suite's folder; ${DEFAULT-VALUE}")
    private Path home = Path.of(".sparrow");

    @Option(names = "--port", defaultValue = "7800", description = "the first of its ports; ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--disk", defaultValue = "1024", description = "MiB that shall be free; ${DEFAULT-VALUE}")
    private long disk;

    // Held, or the setting goes with it.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    /** Looks and exits. */
    public static void main(String[] args) {
        KAFKA.setLevel(Level.OFF);
        System.exit(new CommandLine(new Doctor()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        var places = new Places(System.getenv(), home, port);
        try (var examination = new Examination(
                places.find(), places.repairs(), disk * MEBI, Examination.TRAVEL, System.out::println)) {
            Examination.Outcome outcome = examination.run(repair);
            System.out.println(outcome.line());
            return outcome.well() ? 0 : 1;
        }
    }
}
