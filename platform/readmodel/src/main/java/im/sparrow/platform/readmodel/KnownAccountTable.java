package im.sparrow.platform.readmodel;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.AccountRecord.Status;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The statements on {@code known_account}: one for a batch of news, one for any number of accounts asked for. */
@Singleton
class KnownAccountTable {

    private static final String NEWER = upsert(">");
    private static final String NEWER_OR_SAME = upsert(">=");

    private static final String SELECT = "SELECT id, username, nickname, photo, signature, status, role_ids, findable,"
            + " version FROM known_account WHERE ";

    private final DataSource database;

    KnownAccountTable(DataSource database) {
        this.database = database;
    }

    private static String upsert(String newer) {
        var columns = Stream.of("username", "nickname", "photo", "signature", "status", "role_ids", "findable")
                .map(column ->
                        column + " = IF(VALUES(version) " + newer + " version, VALUES(" + column + "), " + column + ")")
                .collect(Collectors.joining(", "));
        return "INSERT INTO known_account"
                + " (id, username, nickname, photo, signature, status, role_ids, findable, version)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE " + columns
                // Last, since the assignments before it compare with the version that stands.
                + ", version = GREATEST(version, VALUES(version))";
    }

    /** Stores what is newer; each account at most once. The driver makes it one multi-row statement. */
    void store(Collection<KnownAccount> accounts) throws SQLException {
        store(accounts, NEWER);
    }

    /** The same, and what is as old is replaced too: the word of the owner himself. */
    void replace(Collection<KnownAccount> accounts) throws SQLException {
        store(accounts, NEWER_OR_SAME);
    }

    private void store(Collection<KnownAccount> accounts, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(sql)) {
            for (KnownAccount account : accounts) {
                upsert.setLong(1, account.id().value());
                upsert.setString(2, account.username());
                upsert.setString(3, account.nickname());
                upsert.setString(4, account.photo());
                upsert.setString(5, account.signature());
                upsert.setString(6, account.status().name());
                upsert.setString(7, account.roleIds().stream().map(Id::toString).collect(Collectors.joining(",")));
                upsert.setBoolean(8, account.findable());
                upsert.setLong(9, account.version());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Those with an id in a range, by id, the last one included. */
    List<KnownAccount> between(long after, long upTo) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + "id > ? AND id <= ? ORDER BY id")) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            return read(select);
        }
    }

    /** Forgets accounts that their owner does not have. */
    void forget(Collection<Id> ids) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "DELETE FROM known_account WHERE id IN (" + marks(ids.size()) + ")")) {
            int parameter = 1;
            for (Id id : ids) {
                delete.setLong(parameter++, id.value());
            }
            delete.executeUpdate();
        }
    }

    List<KnownAccount> byId(Collection<Id> ids) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + "id IN (" + marks(ids.size()) + ")")) {
            int parameter = 1;
            for (Id id : ids) {
                select.setLong(parameter++, id.value());
            }
            return read(select);
        }
    }

    List<KnownAccount> byUsername(Collection<String> usernames) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + "username IN (" + marks(usernames.size()) + ")")) {
            int parameter = 1;
            for (String username : usernames) {
                select.setString(parameter++, username);
            }
            return read(select);
        }
    }

    private static List<KnownAccount> read(PreparedStatement select) throws SQLException {
        List<KnownAccount> accounts = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                accounts.add(account(row));
            }
        }
        return accounts;
    }

    private static KnownAccount account(ResultSet row) throws SQLException {
        return new KnownAccount(
                Id.of(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Status.valueOf(row.getString(6)),
                roles(row.getString(7)),
                row.getBoolean(8),
                row.getLong(9));
    }

    private static List<Id> roles(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Id::of).toList();
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
