package im.sparrow.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The secrets of one installation: made at random when they are first needed and kept in one file that only its owner
 * can read. None has a default, here as little as in production.
 */
public final class Secrets {
    private static final List<String> NAMES = List.of(
            "SPARROW_MASTER_KEY",
            "SPARROW_GATEWAY_SECRET",
            "SPARROW_ADMIN_SECRET",
            "SPARROW_BOT_SECRET",
            "SPARROW_SOCIAL_SECRET",
            "SPARROW_MESSAGE_SECRET",
            "DB_PASSWORD_AUTH",
            "DB_PASSWORD_SOCIAL",
            "DB_PASSWORD_MESSAGE");
    private static final int BYTES = 32;

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the file and adds what it lacks. */
    static Secrets in(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        var complete = values.keySet().containsAll(NAMES);
        var random = new SecureRandom();
        NAMES.forEach(name -> values.computeIfAbsent(name, any -> fresh(random)));
        if (!complete) {
            write(file, values);
        }
        return new Secrets(values);
    }

    private static String fresh(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, Private.FILE);
        Files.write(
                fresh,
                values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** The secret of that name. */
    String get(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no secret is called " + name));
    }
}
