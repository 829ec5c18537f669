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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real database, a real broker, and six processes that only say that they are ready. */
@Timeout(120)
class SuiteTest {
    @TempDir
    Path folder;

    private final List<PartNews> news = new CopyOnWriteArrayList<>();

    private SuiteOptions options() throws Exception {
        Files.createDirectories(folder.resolve("app"));
        var apps = StubService.packed(folder.resolve("app"));
        return new SuiteOptions(
                new Home(folder.resolve("home")),
                apps,
                new Layout(freeBlock(), Shape.SMALLEST),
                Optional.empty(),
                Map.of());
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

    private static Connection auth(Suite suite) throws Exception {
        var password = Secrets.in(suite.home().secrets()).get("DB_PASSWORD_AUTH");
        var url = DatabaseServer.jdbcUrl(suite.ports().database(), "sparrow_auth");
        return DriverManager.getConnection(url, "sparrow_auth", password);
    }

    private static Map<String, Long> pids(Suite suite) {
        return suite.parts().stream()
                .collect(Collectors.toMap(
                        Part::name, part -> part.process().orElseThrow().pid()));
    }

    @Test
    void every_part_comes_back_from_a_kill_and_data_survive() throws Exception {
        try (var suite = Suite.start(options(), news::add)) {
            try (var connection = auth(suite)) {
                connection.createStatement().execute("CREATE TABLE kept (id BIGINT PRIMARY KEY)");
            }
            var before = pids(suite);

            before.keySet().forEach(suite::kill);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> suite.parts().stream().allMatch(part -> part.restarts() == 1) && suite.isReady());

            try (var connection = auth(suite);
                    var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM kept")) {
                assertThat(rows.next()).isTrue();
            }
            try (var admin = Admin.create(
                    Map.of("bootstrap.servers", "127.0.0.1:" + suite.ports().broker()))) {
                assertThat(admin.listTopics().names().get()).contains("im.message-command.v1");
            }
            assertThat(before).hasSize(8);
        }
        assertThat(news)
                .filteredOn(one -> one.detail().startsWith("killed (signal 9)"))
                .hasSize(8);
    }

    @Test
    void two_of_each_behind_relays_come_back_from_a_kill() throws Exception {
        try (var suite = Suite.start(options().with(new Shape(2, 2, true)), news::add)) {
            assertThat(pids(suite)).hasSize(11).containsKeys("relay", "chat-gateway-2", "message-service-2");

            suite.kill("relay");
            suite.kill("message-service-2");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> suite.part("relay").restarts() == 1
                            && suite.part("message-service-2").restarts() == 1
                            && suite.isReady());
            assertThat(topicsBy(suite, new Instance(Service.MESSAGE, 2))).contains("im.message-command.v1");
        }
    }

    private static Set<String> topicsBy(Suite suite, Instance instance) throws Exception {
        var address = "127.0.0.1:" + suite.layout().broker(instance);
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return admin.listTopics().names().get();
        }
    }

    @Test
    void a_new_launcher_takes_over_what_a_killed_one_left() throws Exception {
        var options = options();
        var killed = Suite.start(options, news::add);
        killed.parts().forEach(Part::leave);

        try (var next = Suite.start(options, news::add)) {
            assertThat(pids(next)).isEqualTo(pids(killed));
        }

        var left =
                killed.parts().stream().flatMap(part -> part.process().stream()).toList();
        await().until(() -> left.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_service_that_is_not_built_is_named_and_nothing_is_left_running() throws Exception {
        var options = options();
        Files.delete(folder.resolve("app/quarkus-run.jar"));

        assertThatThrownBy(() -> Suite.start(options, news::add))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("auth-service is not built");

        assertThat(DatabaseServer.greets(options.ports().database())).isFalse();
        assertThat(options.home().pidFile("broker")).doesNotExist();
    }
}
