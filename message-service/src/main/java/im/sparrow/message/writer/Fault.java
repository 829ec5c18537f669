package im.sparrow.message.writer;

import im.sparrow.message.sql.Database;
import java.sql.SQLException;

/** What an error of the database says about the batch that met it. */
enum Fault {
    /** A unique key is taken: something of the batch has an outcome already. */
    KNOWN,
    /** Somebody else was in the way: the same again. */
    CONFLICT,
    /** The database cannot be reached, or cannot take anything: wait. */
    AWAY,
    /** Something in the batch cannot be stored. */
    DATA;

    private static final int DUPLICATE = 1062;
    private static final int DEADLOCK = 1213;
    static final int LOCK_WAIT = 1205;
    private static final int CHANGED = 1020;

    static Fault of(SQLException e) {
        return switch (e.getErrorCode()) {
            case DUPLICATE -> KNOWN;
            case DEADLOCK, LOCK_WAIT, CHANGED -> CONFLICT;
            default -> Database.away(e) || !aboutData(e.getSQLState()) ? AWAY : DATA;
        };
    }

    /** Data exceptions, broken constraints, statements that the server cannot make sense of, packets too large. */
    private static boolean aboutData(String state) {
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42") || state.equals("S1000");
    }
}
