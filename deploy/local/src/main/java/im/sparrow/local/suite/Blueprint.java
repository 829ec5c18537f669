package im.sparrow.local.suite;

import im.sparrow.engines.BrokerSettings;
import im.sparrow.engines.DatabaseServer;
import im.sparrow.engines.DatabaseSettings;
import im.sparrow.engines.Programs;
import im.sparrow.engines.SchemaUser;
import im.sparrow.local.jvm.StartCache;
import im.sparrow.local.layout.Instance;
import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.Service;
import im.sparrow.local.part.Launch;
import im.sparrow.local.part.PartSpec;
import im.sparrow.local.part.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the parts of a suite are, worked out from its options. */
final class Blueprint {
    // A JVM that records for its start-up cache writes that when it ends: 4 s on a quiet machine.
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(60);
    // Six cold JVMs on two cores, with others at work on them.
    private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(180);

    /** A part to come, and its start-up cache if it may have one. */
    record Plan(PartSpec spec, Optional<StartCache> cache) {}

    private final SuiteOptions options;
    private final Secrets secrets;
    private final DatabasePlace place;
    private final Layout layout;

    Blueprint(SuiteOptions options) throws IOException {
        this.options = options;
        secrets = Secrets.in(options.home().secrets());
        if (options.startCaches().isPresent()) {
            Files.createDirectories(options.startCaches().get());
        }
        place = DatabasePlace.fromEnvironment(options.ports());
        layout = options.layout();
    }

    DatabasePlace place() {
        return place;
    }

    List<SchemaUser> users() {
        return Stream.of(Service.values())
                .flatMap(service -> service.schema().stream()
                        .map(schema -> new SchemaUser(schema, secrets.get(service.passwordName()))))
                .toList();
    }

    /** Empty when the person runs a server. */
    Optional<Plan> database() throws IOException {
        if (place.admin().isPresent()) {
            return Optional.empty();
        }
        var home = options.home();
        Private.folder(home.data());
        var program = Programs.forThisMachine()
                .orElseThrow(() -> new IOException("No database program for this machine: install MariaDB, or name a"
                        + " server by SPARROW_DB_SERVER, SPARROW_DB_ADMIN_USER and SPARROW_DB_ADMIN_PASSWORD"));
        var settings = new DatabaseSettings(
                home.databaseData(), home.sockets(), options.ports().database(), users());
        var greets = greets(options.ports().database());
        var spec = spec(Layout.DATABASE, EngineLaunch.database(program, settings), greets, ENGINE_PATIENCE);
        return Optional.of(new Plan(spec, Optional.empty()));
    }

    static Readiness greets(int port) {
        return () -> DatabaseServer.greets(port) ? Optional.empty() : Optional.of("does not take connections yet");
    }

    Plan broker() throws IOException {
        var ports = options.ports();
        var settings = new BrokerSettings(
                options.home().data().resolve(Layout.BROKER), ports.broker(), ports.controller(), layout.listeners());
        var folder = options.startCaches();
        Optional<StartCache> cache =
                folder.isEmpty() ? Optional.empty() : Optional.of(EngineLaunch.brokerCache(folder.get()));
        var launch = EngineLaunch.broker(settings, options.home().folder(), cache);
        return new Plan(spec(Layout.BROKER, launch, new Connects(ports.broker()), ENGINE_PATIENCE), cache);
    }

    Plan service(Instance instance) throws IOException {
        var environment = new Environment(layout, secrets, place, options.extra());
        var launch = new ServiceLaunch(instance, options, environment.of(instance));
        var health = new Health(layout.management(instance));
        return new Plan(spec(instance.name(), launch, health, SERVICE_PATIENCE), launch.cache());
    }

    /** Empty where nothing is carried. */
    Optional<Plan> relay() {
        if (!layout.hasRelay()) {
            return Optional.empty();
        }
        var launch = EngineLaunch.relay(layout, options.home());
        var spec = spec(Layout.RELAY, launch, new Health(layout.control()), ENGINE_PATIENCE);
        return Optional.of(new Plan(spec, Optional.empty()));
    }

    private PartSpec spec(String name, Launch launch, Readiness readiness, Duration patience) {
        var home = options.home();
        return new PartSpec(name, launch, readiness, home.log(name), home.pidFile(name), patience, GRACE);
    }
}
