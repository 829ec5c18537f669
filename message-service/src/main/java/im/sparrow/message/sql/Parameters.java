package im.sparrow.message.sql;

import im.sparrow.contracts.Id;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of one statement, said one after the other. Times are UTC whatever the connection thinks. */
public final class Parameters {

    private final PreparedStatement statement;
    private int position;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** An id; null for the log itself, which is 0. */
    public Parameters id(@Nullable Id id) throws SQLException {
        return number(id == null ? 0 : id.value());
    }

    /** A number. */
    public Parameters number(long value) throws SQLException {
        statement.setLong(++position, value);
        return this;
    }

    /** A number that may be missing. */
    public Parameters maybeNumber(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.BIGINT);
            return this;
        }
        return number(value);
    }

    /** An id that may be missing (SQL null). */
    public Parameters maybeId(@Nullable Id id) throws SQLException {
        return maybeNumber(id == null ? null : id.value());
    }

    /** A truth. */
    public Parameters flag(boolean value) throws SQLException {
        return number(value ? 1 : 0);
    }

    /** A text, or null. */
    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    /** A moment, or null. */
    public Parameters time(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.TIMESTAMP);
        } else {
            statement.setObject(++position, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }
        return this;
    }

    /** 128 bits, as BINARY(16). */
    public Parameters bits(UUID value) throws SQLException {
        statement.setBytes(
                ++position,
                ByteBuffer.allocate(16)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
        return this;
    }
}
