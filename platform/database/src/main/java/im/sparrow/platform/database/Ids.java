package im.sparrow.platform.database;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes ids: 42 bits of milliseconds, 10 bits of node, 12 bits of counter (TSID), so that they sort by time and two
 * processes of a service never make the same one. The node number is leased from the database.
 */
@Singleton
public class Ids {

    private static final int NODE_BITS = 10;
    private static final int RANDOM_BITS = 22;

    private final NodeLease lease;
    private @Nullable TsidFactory factory;
    private int node = -1;

    Ids(NodeLease lease) {
        this.lease = lease;
    }

    /**
     * A new id, larger than any this process made before.
     *
     * @throws Refused {@code unavailable} while the node number's lease cannot be had from the database
     */
    public Id next() {
        return Id.of(factory().create().toLong());
    }

    /** When an id was made, to the millisecond. Ids that the suite did not make give a moment without meaning. */
    public static Instant madeAt(Id id) {
        return Tsid.from(id.value()).getInstant();
    }

    /** The smallest id that can be made at a moment, to the millisecond: what is older is smaller. */
    public static Id firstAt(Instant moment) {
        return Id.of((moment.toEpochMilli() - Tsid.TSID_EPOCH) << RANDOM_BITS);
    }

    private synchronized TsidFactory factory() {
        int leased = lease.node()
                .orElseThrow(() -> new Refused(Problem.UNAVAILABLE, "The database is away; try again in a moment."));
        TsidFactory current = factory;
        if (current == null || leased != node) {
            current = TsidFactory.builder()
                    .withNodeBits(NODE_BITS)
                    .withNode(leased)
                    .build();
            factory = current;
            node = leased;
        }
        return current;
    }

    void stop(@Observes ShutdownEvent stopping) {
        lease.release();
    }
}
