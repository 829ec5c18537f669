package im.sparrow.engines;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A schema and the one user that owns it; both bear the same name.
 *
 * @param schema letters, digits and underscores, at most 32
 * @param password letters, digits, hyphens and underscores, 1 to 128; it goes into a statement as it is
 */
public record SchemaUser(String schema, String password) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,32}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** Refuses what could leave the quotes of a statement. */
    public SchemaUser {
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("not a schema's name: " + schema);
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("the password of " + schema + " holds a character that is not allowed");
        }
    }

    /** Makes both if they are not there, and the password what it is here; without a semicolon. Repeats harmlessly. */
    public List<String> statements() {
        var account = "'" + schema + "'@'%'";
        return List.of(
                "CREATE DATABASE IF NOT EXISTS `" + schema + "` CHARACTER SET utf8mb4",
                "CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + password + "'",
                "ALTER USER " + account + " IDENTIFIED BY '" + password + "'",
                // An underscore is a wildcard in GRANT: sparrow_auth would also open sparrowXauth.
                "GRANT ALL PRIVILEGES ON `" + schema.replace("_", "\\_") + "`.* TO " + account);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "SchemaUser[" + schema + "]";
    }
}
