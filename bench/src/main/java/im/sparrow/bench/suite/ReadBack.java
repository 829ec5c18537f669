package im.sparrow.bench.suite;

import im.sparrow.contracts.Topics;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What the running servers answer when they are asked how careful they are; lines for a report. */
public final class ReadBack {

    private final Installation installation;

    /** Asks this one. */
    public ReadBack(Installation installation) {
        this.installation = installation;
    }

    /** Database, broker, producers and limits, a line each. */
    public List<String> lines() throws InterruptedException {
        var lines = new ArrayList<String>();
        try {
            lines.add("database: " + database());
            lines.addAll(broker());
            lines.add("limits: " + limits());
        } catch (SQLException | ExecutionException | IOException e) {
            throw new IllegalStateException("the servers could not be asked for their settings: " + e.getMessage(), e);
        }
        return lines;
    }

    private String database() throws SQLException {
        try (Connection connection = installation.database("message");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT VERSION(), @@innodb_flush_log_at_trx_commit, @@log_bin,"
                        + " @@sync_binlog, @@innodb_buffer_pool_size DIV 1048576, @@innodb_doublewrite")) {
            row.next();
            return row.getString(1) + ", innodb_flush_log_at_trx_commit=" + row.getString(2) + ", log_bin="
                    + row.getString(3) + ", sync_binlog=" + row.getString(4) + ", buffer pool " + row.getString(5)
                    + " MB, doublewrite=" + row.getString(6);
        }
    }

    private List<String> broker() throws ExecutionException, InterruptedException {
        Map<String, Object> where = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, installation.broker());
        try (Admin admin = Admin.create(where)) {
            var nodes = admin.describeCluster().nodes().get();
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.MESSAGE_EVENT.name());
            var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            String least =
                    config == null ? "?" : config.get("min.insync.replicas").value();
            return List.of(
                    "broker: " + nodes.size() + " node, min.insync.replicas=" + least,
                    producers(admin, Topics.MESSAGE_COMMAND.name()),
                    producers(admin, Topics.MESSAGE_EVENT.name()));
        }
    }

    /** A producer that the broker counts the sequence of is idempotent, and that is refused without acks=all. */
    private static String producers(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var described =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        int partitions = described == null ? 0 : described.partitions().size();
        var all = new ArrayList<TopicPartition>();
        for (int partition = 0; partition < partitions; partition++) {
            all.add(new TopicPartition(topic, partition));
        }
        long idempotent = admin.describeProducers(all).all().get().values().stream()
                .flatMap(partition -> partition.activeProducers().stream())
                .filter(producer -> producer.lastSequence() >= 0)
                .mapToLong(producer -> producer.producerId())
                .distinct()
                .count();
        return "producers of " + topic + ": the broker keeps sequence numbers of " + idempotent
                + " idempotent ones, which implies acks=all";
    }

    private String limits() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(installation.gateway().resolve("/api/v1/limits"))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
