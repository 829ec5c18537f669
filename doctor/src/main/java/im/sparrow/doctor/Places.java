package im.sparrow.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Finds an installation. The environment wins, word by word; what it does not say is the suite of this machine, whose
 * launcher leaves its secrets in {@code <home>/secrets} and its parts in {@code <home>/run/parts.json}.
 *
 * <pre>
 *   SPARROW_AUTH_DB_URL, _USER, _PASSWORD     and the same with SOCIAL and MESSAGE
 *   SPARROW_KAFKA                             bootstrap servers
 *   SPARROW_AUTH_URL, _SOCIAL_URL, _MESSAGE_URL, SPARROW_ADMIN_SECRET     for repairs
 *   SPARROW_HEALTH                            name=http://host:port, separated by commas: management doors
 * </pre>
 */
final class Places {

    private static final String JDBC =
            "?rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC";
    private static final List<String> SERVICES = List.of(
            "chat-gateway", "admin-service", "auth-service", "social-service", "message-service", "bot-service");
    private static final int MANAGEMENT = 10;
    private static final int AUTH = 2;
    private static final int SOCIAL = 3;
    private static final int MESSAGE = 4;
    private static final String ADMIN_SECRET = "SPARROW_ADMIN_SECRET";
    private static final int DATABASE = 6;
    private static final int BROKER = 7;

    private final Map<String, String> environment;
    private final Path home;
    private final int base;
    private final Properties secrets = new Properties();
    private final JsonNode parts;

    Places(Map<String, String> environment, Path home, int base) throws IOException {
        this.environment = environment;
        this.home = home;
        this.base = base;
        Path file = home.resolve("secrets");
        if (Files.isReadable(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        }
        Path roster = home.resolve("run/parts.json");
        parts = Files.isReadable(roster)
                ? new ObjectMapper().readTree(roster.toFile()).path("parts")
                : MissingNode.getInstance();
    }

    Installation find() {
        var databases = new EnumMap<Schema, Installation.Database>(Schema.class);
        for (Schema schema : Schema.values()) {
            databases.put(schema, database(schema));
        }
        boolean here = word("SPARROW_KAFKA") == null;
        return new Installation(
                databases,
                Optional.ofNullable(word("SPARROW_KAFKA")).orElse("127.0.0.1:" + (base + BROKER)),
                services(here),
                here && Files.isDirectory(home) ? Optional.of(home) : Optional.empty());
    }

    /** How copies are repaired. */
    Repairs repairs() {
        var keepers = new EnumMap<Schema, URI>(Schema.class);
        keepers.put(Schema.SOCIAL, url("SPARROW_SOCIAL_URL", SOCIAL));
        keepers.put(Schema.MESSAGE, url("SPARROW_MESSAGE_URL", MESSAGE));
        String secret = Optional.ofNullable(word(ADMIN_SECRET)).orElse(secrets.getProperty(ADMIN_SECRET, ""));
        return new ServiceRepairs(url("SPARROW_AUTH_URL", AUTH), keepers, secret);
    }

    private URI url(String name, int offset) {
        return URI.create(Optional.ofNullable(word(name)).orElse("http://127.0.0.1:" + (base + offset)));
    }

    private Installation.Database database(Schema schema) {
        String prefix = "SPARROW_" + schema + "_DB_";
        String server = Optional.ofNullable(word("SPARROW_DB_SERVER")).orElse("127.0.0.1:" + (base + DATABASE));
        return new Installation.Database(
                Optional.ofNullable(word(prefix + "URL"))
                        .orElse("jdbc:mysql://" + server + "/sparrow_" + schema.word() + JDBC),
                Optional.ofNullable(word(prefix + "USER")).orElse("sparrow_" + schema.word()),
                Optional.ofNullable(word(prefix + "PASSWORD"))
                        .orElse(secrets.getProperty("DB_PASSWORD_" + schema, "")));
    }

    private List<Installation.Service> services(boolean here) {
        var services = new ArrayList<Installation.Service>();
        String doors = word("SPARROW_HEALTH");
        if (doors != null) {
            for (String door : doors.split(",")) {
                String[] parts = door.strip().split("=", 2);
                services.add(new Installation.Service(parts[0], URI.create(parts[parts.length - 1])));
            }
        } else if (here) {
            running()
                    .forEach((name, port) ->
                            services.add(new Installation.Service(name, URI.create("http://127.0.0.1:" + port))));
        }
        return services;
    }

    /** The services with their management ports, as the launcher wrote them down. */
    private Map<String, Integer> running() {
        var ports = new LinkedHashMap<String, Integer>();
        for (JsonNode part : parts) {
            int management = part.path("management").asInt();
            // The relay answers nobody about health.
            if (management > 0 && management != part.path("port").asInt()) {
                ports.put(part.path("name").asText(), management);
            }
        }
        if (ports.isEmpty()) {
            for (int i = 0; i < SERVICES.size(); i++) {
                ports.put(SERVICES.get(i), base + MANAGEMENT + i);
            }
        }
        return ports;
    }

    private @Nullable String word(String name) {
        String word = environment.get(name);
        return word == null || word.isBlank() ? null : word;
    }
}
