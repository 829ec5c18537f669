package im.sparrow.e2e.suite;

import im.sparrow.e2e.checkout.Checkout;
import im.sparrow.e2e.person.Door;
import im.sparrow.e2e.person.Person;
import im.sparrow.local.layout.Service;
import im.sparrow.local.part.PartNews;
import im.sparrow.local.suite.Suite;
import im.sparrow.local.suite.SuiteOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The suite under the tests: people come to it, and its parts can be killed. */
public final class RunningSuite implements AutoCloseable {

    /** Its gateway's port, away from a developer's own suite; {@code SPARROW_E2E_PORT} moves it for a second checkout. */
    public static final int PORT = Optional.ofNullable(System.getenv("SPARROW_E2E_PORT"))
            .map(Integer::valueOf)
            .orElse(17_800);

    private final Suite suite;
    private final AtomicInteger people = new AtomicInteger();
    private final Instant began = Instant.now();

    private RunningSuite(Suite suite) {
        this.suite = suite;
    }

    static RunningSuite start() throws IOException, InterruptedException {
        var began = Instant.now();
        var options = SuiteOptions.forTest(Checkout.root(), Checkout.target("suite"), PORT);
        Leftovers.remove(options.home());
        var suite = new RunningSuite(Suite.start(options, RunningSuite::tell));
        System.out.printf("e2e: the suite is ready after %s%n", minutes(began));
        return suite;
    }

    private static void tell(PartNews news) {
        System.out.printf(
                "e2e: %s %s %s%n", news.part(), news.state().getClass().getSimpleName(), news.detail());
    }

    private static String minutes(Instant since) {
        return "%.1f min".formatted(Duration.between(since, Instant.now()).toMillis() / 60_000.0);
    }

    /** Its public door. */
    public Door door() {
        return new Door(URI.create(suite.ports().url(Service.GATEWAY)));
    }

    /** A new person of this nickname; the user name begins so too, in small letters, and is nobody else's. */
    public Person register(String nickname) {
        var username = nickname.toLowerCase(Locale.ROOT) + "." + people.incrementAndGet();
        return Person.registers(door(), username, nickname);
    }

    /** Kills a part as {@code kill -9} does; it is started again by itself. */
    public void kill(Service service) {
        System.out.printf("e2e: kill -9 %s, process %d%n", service.title(), suite.kill(service.title()));
    }

    /** Comes back when all parts answer. */
    public void awaitReady() throws InterruptedException {
        suite.awaitReady();
    }

    /** How often a part was started again. */
    public int restarts(Service service) {
        return suite.part(service.title()).restarts();
    }

    /** Its broker, as {@code host:port}. */
    public String broker() {
        return "127.0.0.1:" + suite.ports().broker();
    }

    /** The pid files of its parts. */
    public Path pids() {
        return suite.home().run();
    }

    @Override
    public void close() {
        suite.close();
        System.out.printf("e2e: the suite ran for %s%n", minutes(began));
    }
}
