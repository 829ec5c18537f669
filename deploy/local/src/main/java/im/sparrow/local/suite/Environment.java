package im.sparrow.local.suite;

import im.sparrow.contracts.Topics;
import im.sparrow.engines.DatabaseServer;
import java.util.Map;
import java.util.TreeMap;

/** What each service is told in its environment. Production says the same names with other values. */
final class Environment {
    private final PortBlock ports;
    private final Secrets secrets;
    private final DatabasePlace database;
    private final Map<String, String> extra;

    /** The extra words win over all others. */
    Environment(PortBlock ports, Secrets secrets, DatabasePlace database, Map<String, String> extra) {
        this.ports = ports;
        this.secrets = secrets;
        this.database = database;
        this.extra = extra;
    }

    Map<String, String> of(Service service) {
        var words = new TreeMap<String, String>();
        words.put("SPARROW_MODE", "local");
        words.put("SPARROW_LOG_JSON", "false");
        words.put("SPARROW_HTTP_HOST", "127.0.0.1");
        words.put("SPARROW_HTTP_PORT", Integer.toString(ports.of(service)));
        words.put("SPARROW_MANAGEMENT_PORT", Integer.toString(ports.management(service)));
        words.put("SPARROW_KAFKA", "127.0.0.1:" + ports.broker());
        words.put("SPARROW_TOPIC_PARTITIONS", Integer.toString(Topics.LOCAL_PARTITIONS));
        words.put("SPARROW_AUTH_URL", ports.url(Service.AUTH));
        words.put("SPARROW_SOCIAL_URL", ports.url(Service.SOCIAL));
        words.put("SPARROW_MESSAGE_URL", ports.url(Service.MESSAGE));
        words.put("SPARROW_ADMIN_URL", ports.url(Service.ADMIN));
        // glibc keeps an arena per core and thread otherwise: 10 to 30 MB a service.
        words.put("MALLOC_ARENA_MAX", "2");
        service.schema().ifPresent(schema -> {
            words.put("SPARROW_DB_URL", DatabaseServer.jdbcUrl(database.host(), database.port(), schema));
            words.put("SPARROW_DB_USER", schema);
            words.put("SPARROW_DB_PASSWORD", secrets.get(service.passwordName()));
        });
        own(service, words);
        words.putAll(extra);
        return words;
    }

    // A service gets its own secret and no other; auth-service knows those that it has to recognise.
    private void own(Service service, Map<String, String> words) {
        switch (service) {
            case AUTH -> {
                for (var name : new String[] {
                    "SPARROW_MASTER_KEY", "SPARROW_GATEWAY_SECRET", "SPARROW_ADMIN_SECRET", "SPARROW_BOT_SECRET"
                }) {
                    words.put(name, secrets.get(name));
                }
            }
            case GATEWAY -> {
                words.put("SPARROW_GATEWAY_SECRET", secrets.get("SPARROW_GATEWAY_SECRET"));
                var port = ports.of(Service.GATEWAY);
                words.put("SPARROW_ORIGINS", "http://127.0.0.1:%d,http://localhost:%d".formatted(port, port));
            }
            case ADMIN -> words.put("SPARROW_ADMIN_SECRET", secrets.get("SPARROW_ADMIN_SECRET"));
            case BOT -> words.put("SPARROW_BOT_SECRET", secrets.get("SPARROW_BOT_SECRET"));
            case SOCIAL, MESSAGE -> {} // they are asked with the caller's token and ask nobody with their own
        }
    }
}
