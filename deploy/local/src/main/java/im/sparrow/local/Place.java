package im.sparrow.local;

import im.sparrow.local.part.Mark;
import im.sparrow.local.suite.Home;
import im.sparrow.local.suite.PortBlock;
import im.sparrow.local.suite.Service;
import im.sparrow.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the commands work: the checkout, its home, its ports, and what lives there. */
final class Place {
    /** The name of the launcher's own mark and log. */
    static final String LAUNCHER = "launcher";

    private final Path checkout =
            Path.of(System.getProperty("sparrow.root", "")).toAbsolutePath().normalize();
    private final Home home = Home.of(checkout);
    private final PortBlock ports = PortBlock.fromEnvironment();

    Home home() {
        return home;
    }

    PortBlock ports() {
        return ports;
    }

    /** What the script has built lies in the checkout, wherever the data are. */
    SuiteOptions options() {
        var built = checkout.resolve(".sparrow");
        var apps = built.resolve("apps");
        var caches = Optional.of(built.resolve("start-caches"));
        return new SuiteOptions(home, service -> apps.resolve(service.title()), ports, caches, Map.of());
    }

    /** Names of all parts, in the order of their start. */
    static List<String> parts() {
        return Stream.concat(
                        Stream.of("database", "broker"),
                        Stream.of(Service.values()).map(Service::title))
                .toList();
    }

    /** The living process that a pid file names. */
    Optional<ProcessHandle> process(String part) throws IOException {
        return Mark.read(home.pidFile(part)).flatMap(Mark::process);
    }

    /** The living processes of all parts, by part. */
    Map<String, ProcessHandle> living() throws IOException {
        var living = new LinkedHashMap<String, ProcessHandle>();
        for (var part : parts()) {
            process(part).ifPresent(process -> living.put(part, process));
        }
        return living;
    }
}
