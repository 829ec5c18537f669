package im.sparrow.platform.core;

import io.quarkus.runtime.Quarkus;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The start of every service: secrets first, then the rest. */
public final class Service {

    /** Exit code when a secret is missing, default or short. */
    public static final int EXIT_SECRETS = 2;

    private static final String MODE = "SPARROW_MODE";
    private static final String LOCAL = "local";

    private Service() {}

    /**
     * Runs the service until it is told to stop. Outside local mode every secret is checked before anything else starts,
     * and all that is wrong is named at once.
     *
     * @param args the program's arguments
     * @param secrets what the service cannot do without
     */
    public static void run(String[] args, Secret... secrets) {
        List<String> lacks = lacks(System::getenv, secrets);
        if (!lacks.isEmpty()) {
            lacks.forEach(lack -> System.err.println("cannot start: " + lack));
            System.err.println("Set each of them to a random value of your own, or " + MODE + "=local for a trial.");
            System.exit(EXIT_SECRETS);
        }
        Quarkus.run(args);
    }

    /** Whether this is a trial on one machine. */
    public static boolean local() {
        return LOCAL.equals(System.getenv(MODE));
    }

    static List<String> lacks(UnaryOperator<@Nullable String> environment, Secret... secrets) {
        if (LOCAL.equals(environment.apply(MODE))) {
            return List.of();
        }
        return Stream.of(secrets)
                .map(secret -> secret.lack(environment))
                .flatMap(Optional::stream)
                .toList();
    }
}
