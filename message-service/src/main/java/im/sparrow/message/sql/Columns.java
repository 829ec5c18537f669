package im.sparrow.message.sql;

import im.sparrow.contracts.Id;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of one row, read one after the other. */
public final class Columns {

    private final ResultSet row;
    private int position;

    Columns(ResultSet row) {
        this.row = row;
    }

    /** An id that must be there. */
    public Id id() throws SQLException {
        return Id.of(number());
    }

    /** An id, or null for 0 and SQL null. */
    public @Nullable Id maybeId() throws SQLException {
        long value = number();
        return value == 0 ? null : Id.of(value);
    }

    /** A number; 0 for SQL null. */
    public long number() throws SQLException {
        return row.getLong(++position);
    }

    /** A number, or null. */
    public @Nullable Long maybeNumber() throws SQLException {
        long value = row.getLong(++position);
        return row.wasNull() ? null : value;
    }

    /** A truth. */
    public boolean flag() throws SQLException {
        return number() != 0;
    }

    /** A text that must be there. */
    public String text() throws SQLException {
        return Objects.requireNonNull(maybeText());
    }

    /** A text, or null. */
    public @Nullable String maybeText() throws SQLException {
        return row.getString(++position);
    }

    /** A moment that must be there. */
    public Instant time() throws SQLException {
        return Objects.requireNonNull(maybeTime());
    }

    /** A moment, or null. */
    public @Nullable Instant maybeTime() throws SQLException {
        LocalDateTime value = row.getObject(++position, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    /** 128 bits. */
    public UUID bits() throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(++position));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
