package im.sparrow.local.suite;

import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.PortBlock;
import im.sparrow.local.layout.Service;
import im.sparrow.local.layout.Shape;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a suite is started with.
 *
 * @param home where it keeps data, logs and pid files
 * @param apps holds one folder per service with its {@code quarkus-run.jar}
 * @param layout who is in it and where each listens
 * @param startCaches where the services' start-up caches are kept, and made where there are none; empty = do without
 * @param extra more words for every service's environment; they win over all others
 */
public record SuiteOptions(Home home, Apps apps, Layout layout, Optional<Path> startCaches, Map<String, String> extra) {
    /** Copies the map. */
    public SuiteOptions {
        extra = Map.copyOf(extra);
    }

    /**
     * For tests: the services as Maven has just built them in the checkout, with data and logs in a folder of the
     * test's own, without start-up caches.
     */
    public static SuiteOptions forTest(Path checkout, Path folder, int basePort) {
        return new SuiteOptions(
                new Home(folder.toAbsolutePath()),
                service -> checkout.resolve(service.title()).resolve("target/quarkus-app"),
                new Layout(new PortBlock(basePort), Shape.SMALLEST),
                Optional.empty(),
                Map.of());
    }

    /** The same with more words for the environment. */
    public SuiteOptions with(Map<String, String> words) {
        return new SuiteOptions(home, apps, layout, startCaches, words);
    }

    /** The same in another size. */
    public SuiteOptions with(Shape shape) {
        return new SuiteOptions(home, apps, new Layout(layout.ports(), shape), startCaches, extra);
    }

    /** Its block of ports. */
    public PortBlock ports() {
        return layout.ports();
    }

    /** Where a service's built form lies. */
    @FunctionalInterface
    public interface Apps {
        /** The folder that holds {@code quarkus-run.jar}. */
        Path folder(Service service);
    }
}
