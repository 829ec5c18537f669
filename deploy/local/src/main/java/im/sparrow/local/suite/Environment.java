package im.sparrow.local.suite;

import im.sparrow.contracts.Topics;
import im.sparrow.engines.DatabaseServer;
import im.sparrow.local.layout.Instance;
import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.Service;
import java.util.Map;
import java.util.TreeMap;

/** What each instance of a service is told in its environment. Production says the same names with other values. */
final class Environment {
    private final Layout layout;
    private final Secrets secrets;
    private final DatabasePlace database;
    private final Map<String, String> extra;

    /** The extra words win over all others. */
    Environment(Layout layout, Secrets secrets, DatabasePlace database, Map<String, String> extra) {
        this.layout = layout;
        this.secrets = secrets;
        this.database = database;
        this.extra = extra;
    }

    Map<String, String> of(Instance instance) {
        var service = instance.service();
        var words = new TreeMap<String, String>();
        words.put("SPARROW_MODE", "local");
        words.put("SPARROW_INSTANCE", instance.name());
        words.put("SPARROW_LOG_JSON", "false");
        words.put("SPARROW_HTTP_HOST", "127.0.0.1");
        words.put("SPARROW_HTTP_PORT", Integer.toString(layout.http(instance)));
        words.put("SPARROW_MANAGEMENT_PORT", Integer.toString(layout.management(instance)));
        words.put("SPARROW_KAFKA", "127.0.0.1:" + layout.broker(instance));
        words.put("SPARROW_TOPIC_PARTITIONS", Integer.toString(Topics.LOCAL_PARTITIONS));
        words.put("SPARROW_AUTH_URL", layout.url(instance, Service.AUTH));
        words.put("SPARROW_SOCIAL_URL", layout.url(instance, Service.SOCIAL));
        words.put("SPARROW_MESSAGE_URL", layout.url(instance, Service.MESSAGE));
        words.put("SPARROW_ADMIN_URL", layout.url(instance, Service.ADMIN));
        // glibc keeps an arena per core and thread otherwise: 10 to 30 MB a service.
        words.put("MALLOC_ARENA_MAX", "2");
        service.schema().ifPresent(schema -> {
            words.put("SPARROW_DB_URL", databaseUrl(instance, schema));
            words.put("SPARROW_DB_USER", schema);
            words.put("SPARROW_DB_PASSWORD", secrets.get(service.passwordName()));
        });
        own(service, words);
        words.putAll(extra);
        return words;
    }

    // A server that the person runs stands behind no relay of ours.
    private String databaseUrl(Instance instance, String schema) {
        return database.admin().isPresent()
                ? DatabaseServer.jdbcUrl(database.host(), database.port(), schema)
                : DatabaseServer.jdbcUrl(layout.database(instance), schema);
    }

    // A service gets its own secret and no other; auth-service knows those that it has to recognise.
    private void own(Service service, Map<String, String> words) {
        switch (service) {
            case AUTH -> {
                for (var name : new String[] {
                    "SPARROW_MASTER_KEY",
                    "SPARROW_GATEWAY_SECRET",
                    "SPARROW_ADMIN_SECRET",
                    "SPARROW_BOT_SECRET",
                    "SPARROW_SOCIAL_SECRET",
                    "SPARROW_MESSAGE_SECRET"
                }) {
                    words.put(name, secrets.get(name));
                }
            }
            case GATEWAY -> {
                words.put("SPARROW_GATEWAY_SECRET", secrets.get("SPARROW_GATEWAY_SECRET"));
                var port = layout.ports().of(Service.GATEWAY);
                words.put("SPARROW_ORIGINS", "http://127.0.0.1:%d,http://localhost:%d".formatted(port, port));
            }
            case ADMIN -> words.put("SPARROW_ADMIN_SECRET", secrets.get("SPARROW_ADMIN_SECRET"));
            case BOT -> words.put("SPARROW_BOT_SECRET", secrets.get("SPARROW_BOT_SECRET"));
            case SOCIAL -> words.put("SPARROW_SOCIAL_SECRET", secrets.get("SPARROW_SOCIAL_SECRET"));
            case MESSAGE -> words.put("SPARROW_MESSAGE_SECRET", secrets.get("SPARROW_MESSAGE_SECRET"));
        }
    }
}
