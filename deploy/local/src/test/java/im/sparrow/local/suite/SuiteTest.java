package im.sparrow.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.sparrow.engines.DatabaseServer;
import im.sparrow.local.layout.Instance;
import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.PortBlock;
import im.sparrow.local.layout.Service;
import im.sparrow.local.layout.Shape;
import im.sparrow.local.part.Part;
import im.sparrow.local.part.PartNews;
import im.sparrow.local.part.Processes;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real database, a real broker, a real relay, and eight processes that only say that they are ready. */
@Timeout(120)
class SuiteTest {
    private static final Shape TWO_OF_EACH = new Shape(2, 2, true);
    private static final List<PartNews> NEWS = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;

    private static SuiteOptions.Apps apps;
    private static Suite suite;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(folder.resolve("app"));
        apps = StubService.packed(folder.resolve("app"));
        suite = Suite.start(options(folder.resolve("home"), TWO_OF_EACH), NEWS::add);
    }

    @AfterAll
    static void end() {
        var processes =
                suite.parts().stream().flatMap(part -> part.process().stream()).toList();
        suite.close();
        assertThat(processes).hasSize(11).noneMatch(Processes::isAlive);
    }

    private static SuiteOptions options(Path home, Shape shape) throws Exception {
        return new SuiteOptions(new Home(home), apps, new Layout(freeBlock(), shape), Optional.empty(), Map.of());
    }

    private static PortBlock freeBlock() throws Exception {
        for (var base = 21200; ; base += PortBlock.SIZE) {
            try (var socket = new ServerSocket(base, 1, InetAddress.getLoopbackAddress())) {
                return new PortBlock(socket.getLocalPort());
            } catch (java.net.BindException e) {
                continue;
            }
        }
    }

    private static Connection auth() throws Exception {
        var password = Secrets.in(suite.home().secrets()).get("DB_PASSWORD_AUTH");
        var port = suite.layout().database(new Instance(Service.AUTH, 1));
        return DriverManager.getConnection(DatabaseServer.jdbcUrl(port, "sparrow_auth"), "sparrow_auth", password);
    }

    private static Set<String> topicsBy(Instance instance) throws Exception {
        var address = "127.0.0.1:" + suite.layout().broker(instance);
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return admin.listTopics().names().get();
        }
    }

    private static Map<String, Long> pids() {
        return suite.parts().stream()
                .collect(Collectors.toMap(
                        Part::name, part -> part.process().orElseThrow().pid()));
    }

    @Test
    void every_part_comes_back_from_a_kill_and_data_survive() throws Exception {
        try (var connection = auth()) {
            connection.createStatement().execute("CREATE TABLE kept (id BIGINT PRIMARY KEY)");
        }
        var before = pids();
        NEWS.clear();

        before.keySet().forEach(suite::kill);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> suite.isReady()
                        && suite.parts().stream()
                                .allMatch(part -> part.process()
                                        .filter(now -> !before.containsValue(now.pid()))
                                        .isPresent()));

        try (var connection = auth();
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
        assertThat(topicsBy(new Instance(Service.MESSAGE, 2))).contains("im.message-command.v1");
        assertThat(before).hasSize(11).containsKeys("relay", "chat-gateway-2", "message-service-2");
        assertThat(NEWS)
                .filteredOn(one -> one.detail().contains("killed (signal 9)")
                        || one.detail().equals("ended"))
                .hasSize(11);
    }

    @Test
    void a_new_launcher_takes_over_what_a_killed_one_left() throws Exception {
        var before = pids();
        suite.parts().forEach(Part::leave);

        var options = new SuiteOptions(suite.home(), apps, suite.layout(), Optional.empty(), Map.of());
        suite = Suite.start(options, NEWS::add);

        assertThat(pids()).isEqualTo(before);
    }

    @Test
    void a_service_that_is_not_built_is_named_and_nothing_is_left_running() throws Exception {
        var options = new SuiteOptions(
                new Home(folder.resolve("other")),
                service -> folder.resolve("nothing"),
                new Layout(freeBlock(), Shape.SMALLEST),
                Optional.empty(),
                Map.of());

        assertThatThrownBy(() -> Suite.start(options, NEWS::add))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("auth-service is not built");

        assertThat(DatabaseServer.greets(options.ports().database())).isFalse();
        assertThat(options.home().pidFile("broker")).doesNotExist();
    }
}
