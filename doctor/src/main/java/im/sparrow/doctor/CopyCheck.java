package im.sparrow.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares a copy with its owner. News travel, so what differs is looked at again after a while, and only what still
 * differs in the same way is wrong.
 */
final class CopyCheck implements Check {

    private static final String REMEDY =
            "run ./sparrow doctor --repair, or wait for the night: the owner's word is taken";

    private final Copy copy;
    private final Databases databases;
    private final Repairs repairs;
    private final Duration travel;

    CopyCheck(Copy copy, Databases databases, Repairs repairs, Duration travel) {
        this.copy = copy;
        this.databases = databases;
        this.repairs = repairs;
        this.travel = travel;
    }

    /** What the two numbers name. */
    private record Thing(long first, long second) {
        static final Comparator<Thing> ORDER =
                Comparator.comparingLong(Thing::first).thenComparingLong(Thing::second);

        static Thing of(ResultSet row) throws SQLException {
            return new Thing(row.getLong(1), row.getLong(2));
        }
    }

    @Override
    public String name() {
        return copy.name();
    }

    @Override
    public String holds() {
        return copy.holds();
    }

    @Override
    public List<Finding> look() throws Unreachable {
        Map<Thing, String> first = differences();
        if (first.isEmpty()) {
            return List.of();
        }
        pause();
        var findings = new ArrayList<Finding>();
        differences().forEach((thing, how) -> {
            if (how.equals(first.get(thing)) && findings.size() < TableCheck.LISTED) {
                findings.add(new Finding(
                        name(), copy.thing().formatted(thing.first(), thing.second()) + ": " + how, REMEDY));
            }
        });
        return findings;
    }

    @Override
    public int repair() throws Unreachable {
        return repairs.compare(copy.keeper());
    }

    /** The owner's rows are held while the keeper's pass by: some tens of bytes a row. */
    private Map<Thing, String> differences() throws Unreachable {
        var differences = new TreeMap<Thing, String>(Thing.ORDER);
        var owned = new TreeMap<Thing, String>(Thing.ORDER);
        databases.each(copy.owner(), copy.ownerSql(), row -> owned.put(Thing.of(row), row.getString(3)));
        databases.each(copy.keeper(), copy.keeperSql(), row -> {
            Thing thing = Thing.of(row);
            String truth = owned.remove(thing);
            if (truth == null) {
                differences.put(thing, "known, but its owner has none");
            } else if (!truth.equals(row.getString(3))) {
                differences.put(thing, "not as its owner has it");
            }
        });
        owned.keySet().forEach(missing -> differences.put(missing, "not known"));
        return differences;
    }

    private void pause() {
        try {
            Thread.sleep(travel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
