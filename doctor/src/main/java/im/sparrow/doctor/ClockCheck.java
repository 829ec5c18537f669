package im.sparrow.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Whether a database's clock and this machine's agree: leases, sanctions and the order of days hang on clocks. */
final class ClockCheck implements Check {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Schema schema;
    private final Databases databases;
    private final InstantSource clock;

    ClockCheck(Schema schema, Databases databases, InstantSource clock) {
        this.schema = schema;
        this.databases = databases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock of " + schema.word();
    }

    @Override
    public String holds() {
        return "the clock of " + schema.word() + "'s database is within 2 s of this machine's";
    }

    @Override
    public List<Finding> look() throws Unreachable {
        Instant before = clock.instant();
        var said = new ArrayList<Instant>();
        databases.each(
                schema,
                "SELECT UTC_TIMESTAMP(6)",
                row -> said.add(
                        LocalDateTime.parse(row.getString(1).replace(' ', 'T')).toInstant(ZoneOffset.UTC)));
        return apart(before, said.getFirst(), clock.instant());
    }

    /** What is wrong with a clock that said this between those two moments of ours. */
    List<Finding> apart(Instant before, Instant said, Instant after) {
        Duration late = Duration.between(said, before);
        Duration early = Duration.between(after, said);
        Duration most = late.compareTo(early) > 0 ? late : early;
        return most.compareTo(TOLERANCE) <= 0
                ? List.of()
                : List.of(new Finding(
                        name(),
                        "%.1f s %s".formatted(most.toMillis() / 1_000.0, most == late ? "behind" : "ahead"),
                        "have both machines keep time by NTP (chrony, systemd-timesyncd)"));
    }
}
