package im.sparrow.message.writer;

import com.mysql.cj.jdbc.MysqlDataSource;
import im.sparrow.platform.kafka.Producers;
import im.sparrow.testing.TestBroker;
import im.sparrow.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * A writer in a process of its own, which can be stopped and killed. It says "writes" when it has partitions. Told "arm", it says "here" at its next commit and
 * waits there for "go".
 */
final class WriterProcess {

    enum Gate {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private static final Semaphore GO = new Semaphore(0);
    private static volatile boolean armed;

    private WriterProcess() {}

    static Process start(String group, String instance, Gate gate) throws IOException {
        var database = new TestDatabase("sparrow_message");
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WriterProcess.class.getName(),
                        group,
                        instance,
                        gate.name(),
                        TestBroker.bootstrapServers(),
                        database.url(),
                        database.user(),
                        TestDatabase.PASSWORD))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws Exception {
        var pool = new MysqlDataSource();
        pool.setUrl(args[4] + "&sessionVariables=innodb_lock_wait_timeout=5,wait_timeout=15");
        pool.setUser(args[5]);
        pool.setPassword(args[6]);
        var database = gated(pool, Gate.valueOf(args[2]));
        var producers = producers(args[3]);
        var publisher = new EventPublisher(producers, Duration.ZERO);
        var events = new EventRecords(TestBroker.PARTITIONS);
        var state = new WriterState(new SimpleMeterRegistry());
        var writer = new BatchWriter(Bench.transaction(database, Instant::now), publisher, events, moved -> {}, state);
        var settings = Writer.settings(java.util.Map.of("bootstrap.servers", args[3]), args[0], args[1]);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        Thread.ofPlatform().start(new CommandLoop(settings, writer, state, Duration.ofMillis(200)));
        while (!state.writes()) {
            Thread.onSpinWait();
        }
        System.out.println("writes");
        listen();
    }

    private static Producers producers(String bootstrap) throws ReflectiveOperationException {
        var made = Producers.class.getDeclaredConstructor(String.class);
        made.setAccessible(true);
        return made.newInstance(bootstrap);
    }

    private static void listen() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("arm")) {
                    armed = true;
                } else {
                    GO.release();
                }
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static DataSource gated(DataSource real, Gate gate) {
        return proxy(DataSource.class, real, (method, result) -> {
            Object given = result.get();
            return given instanceof Connection connection ? gated(connection, gate) : given;
        });
    }

    private static Connection gated(Connection real, Gate gate) {
        return proxy(Connection.class, real, (method, result) -> {
            boolean here = method.equals("commit") && armed;
            if (here && gate == Gate.BEFORE_COMMIT) {
                await();
            }
            Object given = result.get();
            if (here && gate == Gate.AFTER_COMMIT) {
                await();
            }
            return given;
        });
    }

    private static void await() throws SQLException {
        armed = false;
        System.out.println("here");
        GO.acquireUninterruptibly();
    }

    private interface Result {
        Object get() throws Throwable;
    }

    private interface Around {
        Object call(String method, Result result) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T real, Around around) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> around.call(method.getName(), () -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                })));
    }
}
