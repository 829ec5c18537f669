package im.sparrow.bench.stage;

import java.sql.SQLException;

/** One kind of load, measured. */
public interface Stage {

    /** Offers the load and says what was found. */
    Result run(Ground ground) throws InterruptedException, SQLException;
}
