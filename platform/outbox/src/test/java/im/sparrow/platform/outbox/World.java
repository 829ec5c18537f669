package im.sparrow.platform.outbox;

import im.sparrow.platform.outbox.Plan.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A database, a broker and two relays in memory, driven by a seed: relays crash at every point between two effects,
 * stand still past their lease, and the broker refuses, loses answers or forgets what it did not flush. Time is seconds.
 */
final class World {

    /** What is bent, for the controls. */
    enum Bend {
        NONE,
        /** Unsent rows are read by id, as if ids were versions. */
        READ_BY_ID,
        /** Nothing is sent again. */
        NEVER_AGAIN,
        /** What was sent again counts as safe at once. */
        NEVER_NOTED
    }

    /** How long the broker keeps something in memory only; shorter than what is sent again. */
    static final long FLUSH = 20;

    private static final Plan.Numbers NUMBERS = new Plan.Numbers(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(40),
            Duration.ofSeconds(30),
            4);
    private static final List<String> KEYS = List.of("a", "b", "c", "d");

    private final Random random;
    private final Bend bend;
    private final boolean pauses;
    private final Map<Long, Row> table = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final List<Entry> log = new ArrayList<>();
    private final Set<Known> known = new HashSet<>();
    private final Set<Long> everAcknowledged = new HashSet<>();
    private final List<RelayModel> relays = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private long now;
    private long nextId = 1_000;
    private Instant newestSent = Instant.EPOCH;
    private @Nullable Instant againFrom;
    private int holder = -1;
    private long leaseUntil;
    private boolean brokerUp = true;
    private boolean calm;

    private record Entry(String key, long version, long at) {}

    private record Known(String key, long version) {}

    /** @param pauses relays may stand still past their lease; then the broker forgets nothing, one disaster at a time */
    World(long seed, Bend bend, boolean pauses) {
        this.random = new Random(seed);
        this.bend = bend;
        this.pauses = pauses;
        relays.add(new RelayModel(0));
        relays.add(new RelayModel(1));
    }

    /** Lives through that many moments, then heals and lets the relays finish; answers what was violated. */
    List<String> live(int moments) {
        for (int i = 0; i < moments && violations.isEmpty(); i++) {
            happen();
        }
        calm = true;
        brokerUp = true;
        List<String> lacks = lacks();
        for (int i = 0; i < 20_000 && violations.isEmpty() && !lacks.isEmpty(); i++) {
            now += i % 10 == 0 ? 1 : 0;
            relays.get(random.nextInt(2)).act();
            lacks = i % 100 == 0 ? lacks() : lacks;
        }
        violations.addAll(lacks);
        return violations;
    }

    private List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        table.values().stream().filter(row -> row.sentAt() == null).forEach(row -> lacks.add("unsent " + row));
        versions.forEach((key, newest) -> LongStream.rangeClosed(1, newest)
                .filter(version -> !inLog(key, version))
                .forEach(version -> lacks.add("lost " + key + version)));
        return lacks;
    }

    private void happen() {
        now += random.nextInt(3) == 0 ? 1 : 0;
        switch (random.nextInt(40)) {
            case 0, 1, 2 -> commit();
            case 8 -> relays.set(random.nextInt(2), new RelayModel(random.nextInt(2)));
            case 9 -> brokerUp = !brokerUp;
            case 10 -> disaster();
            default -> relays.get(random.nextInt(2)).act();
        }
    }

    private void disaster() {
        if (pauses) {
            relays.get(random.nextInt(2)).stillUntil = now + random.nextInt(25);
        } else if (random.nextInt(4) == 0) {
            long kept = now - random.nextLong(FLUSH);
            log.removeIf(entry -> entry.at() > kept);
            known.clear();
            log.forEach(entry -> known.add(new Known(entry.key(), entry.version())));
            relays.forEach(relay -> relay.plan.brokerLost(nanos()));
        }
    }

    /** One transaction: a few rows, ids from one of two nodes whose clocks differ. */
    private void commit() {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        int node = random.nextInt(2);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            long id = (nextId++ + node * 500) * 10 + node;
            table.put(id, new Row(id, "t", key, versions.merge(key, 1L, Long::sum), "{}", "{}", null));
        }
        relays.forEach(relay -> relay.plan.news());
    }

    private boolean inLog(String key, long version) {
        return known.contains(new Known(key, version));
    }

    private long nanos() {
        return Duration.ofSeconds(now).toNanos();
    }

    private final class RelayModel {

        private final int me;
        private final Plan plan = new Plan(NUMBERS, nanos());
        private @Nullable Step decided;
        private long stillUntil;

        private RelayModel(int slot) {
            // A relay after a crash is a new process: it never has the old one's lease.
            this.me = slot + 2 * random.nextInt(1_000_000);
        }

        /** Decides or does one step; a disaster may come between the two. */
        private void act() {
            if (now < stillUntil) {
                return;
            }
            Step step = decided != null ? decided : plan.next(nanos());
            if (pauses && !calm && decided == null && random.nextInt(20) == 0) {
                decided = step;
                stillUntil = now + random.nextInt(25);
                return;
            }
            decided = null;
            perform(step);
        }

        private void perform(Step step) {
            switch (step) {
                case Step.TakeLease take -> takeLease();
                case Step.BeginAgain begin -> {
                    Instant from = newestSent.minusSeconds(40);
                    var noted = againFrom;
                    againFrom = noted != null && noted.isBefore(from) && bend != Bend.NEVER_NOTED ? noted : from;
                    plan.againBegun(againFrom);
                }
                case Step.LoadSent load -> plan.sentLoaded(sent(load.after()));
                case Step.EndAgain end -> {
                    againFrom = null;
                    plan.againEnded();
                }
                case Step.LoadUnsent load -> plan.unsentLoaded(unsent(load.afterKey()));
                case Step.Publish publish -> plan.published(publish(publish.wave()), nanos());
                case Step.MarkSent mark -> mark(mark.rows());
                case Step.Purge purge -> {
                    table.values().removeIf(this::old);
                    plan.purged(false, nanos());
                }
                case Step.Rest rest -> plan.news();
            }
        }

        private boolean old(Row row) {
            return row.sentAt() != null && row.sentAt().isBefore(newestSent.minusSeconds(120));
        }

        private void takeLease() {
            if (holder == me && leaseUntil > now) {
                leaseUntil = now + 10;
                plan.leased(Lease.RENEWED, nanos());
            } else if (leaseUntil < now) {
                holder = me;
                leaseUntil = now + 10;
                plan.leased(Lease.TAKEN, nanos());
            } else {
                plan.leased(Lease.REFUSED, nanos());
            }
        }

        private List<Row> sent(Instant after) {
            if (bend == Bend.NEVER_AGAIN) {
                return List.of();
            }
            return table.values().stream()
                    .filter(row -> row.sentAt() != null && row.sentAt().isAfter(after))
                    .sorted(Comparator.comparing((Row row) -> Objects.requireNonNull(row.sentAt()))
                            .thenComparing(Row::key)
                            .thenComparingLong(Row::version))
                    .limit(plan.sentLimit())
                    .toList();
        }

        private List<Row> unsent(String afterKey) {
            var byVersion = Comparator.comparing(Row::key).thenComparingLong(Row::version);
            return table.values().stream()
                    .filter(row -> row.sentAt() == null && row.key().compareTo(afterKey) > 0)
                    .sorted(bend == Bend.READ_BY_ID ? Comparator.comparingLong(Row::id) : byVersion)
                    .limit(4)
                    .toList();
        }

        private Set<Long> publish(List<Row> wave) {
            Set<Long> acknowledged = new HashSet<>();
            for (Row row : wave) {
                if (!brokerUp || (!calm && random.nextInt(30) == 0)) {
                    continue;
                }
                append(row);
                if (calm || random.nextInt(30) != 0) {
                    acknowledged.add(row.id());
                }
            }
            everAcknowledged.addAll(acknowledged);
            return acknowledged;
        }

        private void append(Row row) {
            if (row.version() > 1 && !inLog(row.key(), row.version() - 1)) {
                violations.add(row.key() + row.version() + " before " + row.key() + (row.version() - 1));
            }
            log.add(new Entry(row.key(), row.version(), now));
            known.add(new Known(row.key(), row.version()));
        }

        private void mark(List<Row> rows) {
            Instant at = Instant.EPOCH.plusSeconds(now);
            newestSent = at.isAfter(newestSent) ? at : newestSent.plusNanos(1_000);
            for (Row row : rows) {
                if (!everAcknowledged.contains(row.id())) {
                    violations.add("marked without acknowledgement " + row);
                }
                table.computeIfPresent(
                        row.id(),
                        (id, known) -> known.sentAt() != null
                                ? known
                                : new Row(id, row.topic(), row.key(), row.version(), "{}", "{}", newestSent));
            }
            plan.marked();
        }
    }
}
