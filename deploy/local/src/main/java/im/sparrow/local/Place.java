package im.sparrow.local;

import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.PortBlock;
import im.sparrow.local.layout.Roster;
import im.sparrow.local.layout.Shape;
import im.sparrow.local.part.Mark;
import im.sparrow.local.suite.Home;
import im.sparrow.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

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

    /** Of the suite that runs, or was left behind; else of the smallest one that could be started here. */
    Layout layout() throws IOException {
        return Roster.read(home.roster()).map(Roster::layout).orElseGet(() -> new Layout(ports, Shape.SMALLEST));
    }

    /** What the script has built lies in the checkout, wherever the data are. */
    SuiteOptions options(Shape shape) {
        var built = checkout.resolve(".sparrow");
        var apps = built.resolve("apps");
        var caches = Optional.of(built.resolve("start-caches"));
        return new SuiteOptions(
                home, service -> apps.resolve(service.title()), new Layout(ports, shape), caches, Map.of());
    }

    /** Names of all parts, in the order of their start; then of whatever else has a pid file. */
    Collection<String> parts() throws IOException {
        var names = new LinkedHashSet<>(layout().parts());
        if (Files.isDirectory(home.run())) {
            try (var files = Files.newDirectoryStream(home.run(), "*.pid")) {
                files.forEach(file -> names.add(file.getFileName().toString().replace(".pid", "")));
            }
        }
        names.remove(LAUNCHER);
        return names;
    }

    /** The part that a person means: chat-gateway by gateway, message-service by message. */
    String part(String word) throws IOException {
        var known = parts();
        return known.stream()
                .filter(name -> name.equals(word)
                        || name.equals("chat-" + word)
                        || name.replace("-service", "").equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No part is called " + word + ": " + String.join(", ", known)));
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
