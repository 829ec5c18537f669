package im.sparrow.local;

import im.sparrow.local.layout.PortBlock;
import im.sparrow.local.layout.Service;
import im.sparrow.local.suite.OperatorDoor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What only operators do: the first administrator, and a signing key before its time. */
@Command(name = "admin")
final class AdminCommand {
    private static final int PASSWORD_BYTES = 15;

    private final Place place = new Place();

    /** Makes an administrator; without {@code --stdin} under a password that is printed this once. */
    @Command(name = "create")
    int create(
            @Parameters(paramLabel = "<user name>") String username,
            @Option(names = "--stdin", description = "read the password from a line of standard input") boolean given)
            throws IOException, InterruptedException {
        var password = given ? line() : random();
        try {
            var id = door().administrator(username, password);
            System.out.println("  " + username + " administers now (account " + id + ").");
            if (!given) {
                System.out.println("  The password, shown this once: " + password);
            }
            return 0;
        } catch (IOException refused) {
            return no(refused);
        }
    }

    /** Makes another signing key. */
    @Command(name = "rotate-keys")
    int rotateKeys() throws InterruptedException {
        try {
            System.out.println("  The key " + door().key()
                    + " is published now and signs in a few minutes; tokens of the old one stay good until their end.");
            return 0;
        } catch (IOException refused) {
            return no(refused);
        }
    }

    private OperatorDoor door() throws IOException {
        return OperatorDoor.of(place.home(), PortBlock.fromEnvironment().of(Service.AUTH));
    }

    private static int no(IOException refused) {
        System.out.println(
                "  Not done: " + (refused.getMessage() == null ? "auth-service is away" : refused.getMessage()));
        return 1;
    }

    private static String line() throws IOException {
        var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }

    private static String random() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
