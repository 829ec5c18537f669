package im.sparrow.e2e.suite;

import im.sparrow.e2e.checkout.Checkout;
import im.sparrow.e2e.person.Door;
import im.sparrow.e2e.person.Person;
import im.sparrow.local.layout.Instance;
import im.sparrow.local.layout.Service;
import im.sparrow.local.layout.Shape;
import im.sparrow.local.part.PartNews;
import im.sparrow.local.suite.Suite;
import im.sparrow.local.suite.SuiteOptions;
import im.sparrow.verify.Plan;
import im.sparrow.verify.generator.Cast;
import im.sparrow.verify.nemesis.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        var options = SuiteOptions.forTest(Checkout.root(), Checkout.target("suite"), PORT)
                .with(new Shape(2, 2, false));
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

    /** Kills all instances of a service as {@code kill -9} does; they are started again by themselves. */
    public void kill(Service service) {
        suite.layout().instances().stream()
                .filter(instance -> instance.service() == service)
                .forEach(instance -> System.out.printf(
                        "e2e: kill -9 %s, process %d%n", instance.name(), suite.kill(instance.name())));
    }

    /** Asks one part to stop, as {@code kill} without a number does; it is started again by itself. */
    public void stop(String part) {
        var process = suite.part(part).process().orElseThrow();
        System.out.printf("e2e: kill %s, process %d%n", part, process.pid());
        process.destroy();
    }

    /** Memory of a part that is not on disk, in MB; Linux only. */
    public long megabytes(String part) throws IOException {
        var process = suite.part(part).process().orElseThrow();
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            var line = lines.filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
    }

    /** Where one of the gateways listens itself, from 1; everybody else goes through the door before them. */
    public int gatewayPort(int number) {
        return suite.layout().http(new Instance(Service.GATEWAY, number));
    }

    /** Comes back when all parts answer. */
    public void awaitReady() throws InterruptedException {
        suite.awaitReady();
    }

    /** Its broker, as {@code host:port}. */
    public String broker() {
        return "127.0.0.1:" + suite.ports().broker();
    }

    /** The pid files of its parts. */
    public Path pids() {
        return suite.home().run();
    }

    /** Where a service listens, past the gateway: {@code gateway}, {@code auth}, {@code message} and so on. */
    public int port(String service) {
        return suite.ports().of(Service.valueOf(service.toUpperCase(Locale.ROOT)));
    }

    /** A service's own token. */
    public String serviceToken(String service) {
        var secret = secret("SPARROW_" + service.toUpperCase(Locale.ROOT) + "_SECRET");
        return new Door(URI.create(suite.ports().url(Service.AUTH)))
                .asks("POST", "/internal/v1/service-token", Map.of(), Map.of("service", service, "secret", secret))
                .good()
                .text("token");
    }

    /** A schema, to see what is kept in it; nothing here writes. */
    public Connection database(String schema) throws SQLException {
        var password =
                secret("DB_PASSWORD_" + schema.substring("sparrow_".length()).toUpperCase(Locale.ROOT));
        var url = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                .formatted(suite.ports().database(), schema);
        return DriverManager.getConnection(url, schema, password);
    }

    /** A run of the checker against it: 100 sends a second, this many in all. */
    public Plan plan(Cast cast, int messages, long seed, Map<Fault, Integer> faults) throws IOException {
        return new Plan(
                List.of(door().base()),
                cast,
                messages,
                100,
                Duration.ZERO,
                seed,
                faults,
                broker(),
                pids(),
                Checkout.target("verify"));
    }

    private String secret(String name) {
        try (var lines = Files.lines(suite.home().secrets())) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        suite.close();
        System.out.printf("e2e: the suite ran for %s%n", minutes(began));
    }
}
