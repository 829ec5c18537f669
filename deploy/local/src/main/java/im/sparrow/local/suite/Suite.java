package im.sparrow.local.suite;

import im.sparrow.contracts.Topics;
import im.sparrow.engines.TopicMaker;
import im.sparrow.local.jvm.Jvm;
import im.sparrow.local.jvm.StartCache;
import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.PortBlock;
import im.sparrow.local.layout.Roster;
import im.sparrow.local.layout.Service;
import im.sparrow.local.part.Part;
import im.sparrow.local.part.PartNews;
import im.sparrow.local.part.PartState;
import im.sparrow.local.part.Readiness;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A running suite. Its parts are watched and started again until {@link #close}, which ends them and keeps the data.
 *
 * <pre>{@code
 * try (var suite = Suite.start(SuiteOptions.forTest(checkout, folder, 17800), news -> {})) {
 *     suite.kill("message-service");
 *     suite.awaitReady();
 * }
 * }</pre>
 */
public final class Suite implements AutoCloseable {
    // More at once than cores and each takes longer, without the whole being faster.
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final Set<String> ENGINES = Set.of(Layout.RELAY, Layout.DATABASE, Layout.BROKER);

    private final SuiteOptions options;
    private final PartNews.Ear ear;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final Map<String, StartCache> caches = new ConcurrentHashMap<>();

    private Suite(SuiteOptions options, PartNews.Ear ear) {
        this.options = options;
        this.ear = ear;
    }

    /**
     * Starts all parts and comes back when each has answered.
     *
     * @throws SuiteFailure when one is given up; what was started has been ended again
     */
    public static Suite start(SuiteOptions options, PartNews.Ear ear) throws InterruptedException {
        var suite = prepared(options, ear);
        suite.begin();
        return suite;
    }

    /** A suite that starts at {@link #begin}, so that it can be closed by another thread while it starts. */
    public static Suite prepared(SuiteOptions options, PartNews.Ear ear) {
        return new Suite(options, ear);
    }

    /** Starts all parts; see {@link #start}. */
    public void begin() throws InterruptedException {
        try {
            var blueprint = new Blueprint(options);
            Roster.of(options.layout()).write(options.home().roster());
            startEngines(blueprint);
            startServices(blueprint);
        } catch (IOException | SQLException e) {
            close();
            throw new SuiteFailure(String.valueOf(e.getMessage()), e);
        } catch (SuiteFailure e) {
            close();
            throw e;
        }
    }

    private void startEngines(Blueprint blueprint) throws IOException, SQLException, InterruptedException {
        var started = new ArrayList<Future<Boolean>>();
        blueprint.relay().ifPresent(relay -> started.add(add(relay)));
        started.add(add(blueprint.broker()));
        var database = blueprint.database();
        if (database.isPresent()) {
            started.add(add(database.get()));
        }
        for (var one : started) {
            await(one);
        }
        blueprint.place().makeSchemas(blueprint.users());
        TopicMaker.make("127.0.0.1:" + options.ports().broker(), Topics.LOCAL_PARTITIONS, (short) 1);
    }

    private void startServices(Blueprint blueprint) throws IOException, InterruptedException {
        var starting = new ArrayList<Future<Boolean>>();
        for (var instance : options.layout().instances()) {
            if (starting.size() >= AT_ONCE) {
                await(starting.removeFirst());
            }
            starting.add(add(blueprint.service(instance)));
        }
        for (var one : starting) {
            await(one);
        }
    }

    private Future<Boolean> add(Blueprint.Plan plan) {
        var part = new Part(plan.spec(), ear);
        plan.cache().ifPresent(cache -> caches.put(part.name(), cache));
        parts.add(part);
        return part.start();
    }

    private void await(Future<Boolean> started) throws InterruptedException {
        try {
            if (!started.get()) {
                var lost = parts.stream()
                        .filter(part -> part.state() instanceof PartState.Failed)
                        .map(Part::name);
                throw new SuiteFailure(lost.toList());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens. */
    public PortBlock ports() {
        return options.ports();
    }

    /** Who is in it, and where. */
    public Layout layout() {
        return options.layout();
    }

    /** Where it keeps data and logs. */
    public Home home() {
        return options.home();
    }

    /** The parts so far, in the order of their start. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The part of that name, as "database", "broker", "chat-gateway". */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part is called " + name));
    }

    /** Kills a part as {@code kill -9} does and says which process that was; the part is started again by itself. */
    public long kill(String name) {
        return part(name).kill().orElseThrow(() -> new IllegalStateException(name + " has no process now"));
    }

    /** Comes back when every part answers again. */
    public void awaitReady() throws InterruptedException {
        while (!isReady()) {
            Thread.sleep(20);
        }
    }

    /** How one sees, from outside of the launcher, whether the parts of such a suite answer; by name. */
    public static Map<String, Readiness> readiness(Layout layout) {
        var all = new LinkedHashMap<String, Readiness>();
        if (layout.hasRelay()) {
            all.put(Layout.RELAY, new Health(layout.control()));
        }
        all.put(Layout.DATABASE, Blueprint.greets(layout.ports().database()));
        all.put(Layout.BROKER, new Connects(layout.ports().broker()));
        for (var instance : layout.instances()) {
            all.put(instance.name(), new Health(layout.management(instance)));
        }
        return all;
    }

    /** Whether every part answers. */
    public boolean isReady() {
        return parts.stream().allMatch(part -> part.state() instanceof PartState.Ready);
    }

    /** CPU time that the living processes of all parts have used. */
    public Duration cpuTime() {
        return parts.stream()
                .flatMap(part -> part.process().stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether every part that may have a start-up cache has one. */
    public boolean hasCaches() {
        return caches.values().stream().allMatch(StartCache::isMade);
    }

    /**
     * To be called once when nobody uses the suite, for each service stops for some seconds: makes the start-up caches that are missing, one JVM after the other, and lets
     * each JVM give back the memory that only its start needed. They go on working.
     *
     * @return how many caches were made
     */
    public int settle() throws IOException, InterruptedException {
        var made = 0;
        for (var part : parts) {
            var process = part.process();
            if (part.name().equals(Layout.DATABASE) || process.isEmpty()) {
                continue;
            }
            var cache = Optional.ofNullable(caches.get(part.name())).filter(one -> !one.isMade());
            if (cache.isPresent() && cache.get().make(process.get())) {
                made++;
            }
            Jvm.settle(process.get());
        }
        return made;
    }

    /**
     * Ends all parts in an order in which nobody loses what it depends on before it has ended itself: gateways send their
     * clients away while the services still answer.
     */
    @Override
    public void close() {
        try {
            endAll(parts.stream().filter(Suite::isDoor).toList());
            endAll(parts.stream().filter(part -> !ENGINES.contains(part.name())).toList());
            endAll(parts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDoor(Part part) {
        return Stream.of(Service.GATEWAY, Service.ADMIN, Service.BOT)
                .anyMatch(service -> part.name().startsWith(service.title()));
    }

    private void endAll(List<Part> some) throws InterruptedException {
        var threads = some.stream()
                .map(part -> Thread.ofVirtual().start(() -> end(part)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
    }

    private void end(Part part) {
        try {
            var worked = part.state() instanceof PartState.Ready;
            var cache = Optional.ofNullable(caches.get(part.name()));
            if (part.stop() && worked && cache.isPresent()) {
                cache.get().keep();
            }
        } catch (IOException e) {
            ear.hear(new PartNews(part.name(), part.state(), "no start-up cache: " + e.getMessage(), Duration.ZERO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
