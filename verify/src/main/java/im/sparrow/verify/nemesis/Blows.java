package im.sparrow.verify.nemesis;

import im.sparrow.verify.agent.Agent;
import im.sparrow.verify.agent.Attachment;
import im.sparrow.verify.point.Points;
import im.sparrow.verify.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Makes blows: chooses the instance by seed, and knows how each kind is done. */
final class Blows {

    /** A process that was told to end takes at most this long; then the fault has failed. */
    private static final long ENDS_MS = 40_000;

    private static final long SHORTEST_MS = 5_000;
    private static final long LONGEST_MS = 8_000;
    private static final Duration LATE = Duration.ofMillis(150);
    private static final List<Role> CLOCKS = List.of(Role.GATEWAY, Role.MESSAGE, Role.SOCIAL, Role.AUTH);

    private final Suite suite;
    private final SplittableRandom random;

    Blows(Suite suite, SplittableRandom random) {
        this.suite = suite;
        this.random = random;
    }

    /** Why a fault cannot be done on this suite; empty when it can. */
    Optional<String> impossible(Fault fault) {
        return switch (fault) {
            case Fault.Kill it -> unknown(it.role());
            case Fault.Restart it -> unknown(it.role());
            case Fault.Pause it -> unknown(it.role());
            case Fault.Cut it ->
                suite.roster().routes(it.from().service(), it.to().service()).isEmpty() ? NO_RELAY : POSSIBLE;
            case Fault.SlowDatabase it ->
                suite.roster().routes(Role.MESSAGE.service(), Role.DB.service()).isEmpty() ? NO_RELAY : POSSIBLE;
            case Fault.FullDisk it ->
                suite.disk().isSmall()
                        ? POSSIBLE
                        : Optional.of(
                                "the database's data do not lie on a small disk of their own (--own makes one, as root)");
            case Fault.ClockStep it -> unknown(Role.MESSAGE);
            case Fault.Halt it -> unknown(Role.MESSAGE);
        };
    }

    private static final Optional<String> POSSIBLE = Optional.empty();
    private static final Optional<String> NO_RELAY =
            Optional.of("no relay carries that way: ./sparrow up --relays puts one there");

    private Optional<String> unknown(Role role) {
        return suite.roster().instances(role.service()).isEmpty()
                ? Optional.of("the launcher runs no " + role.service())
                : POSSIBLE;
    }

    /** The next blow of a kind. */
    Blow of(Fault fault) {
        return switch (fault) {
            case Fault.Kill it -> kill(instance(it.role()));
            case Fault.Restart it -> restart(instance(it.role()));
            case Fault.Pause it -> pause(instance(it.role()), it.role().pause());
            case Fault.Cut it ->
                cut(one(suite.roster().routes(it.from().service(), it.to().service())));
            case Fault.SlowDatabase it -> slow("*~" + Role.DB.service());
            case Fault.FullDisk it -> Blow.lasting(Role.DB.service(), suite.disk()::fill, some(), suite.disk()::empty);
            case Fault.ClockStep it -> leap(instance(CLOCKS.get(random.nextInt(CLOCKS.size()))));
            case Fault.Halt it -> halt(it.point());
        };
    }

    private Blow kill(String part) {
        ProcessHandle process = process(part);
        return Blow.at(part, process::destroyForcibly, another(part, process));
    }

    private Blow restart(String part) {
        ProcessHandle process = process(part);
        return Blow.at(
                part,
                () -> {
                    process.destroy();
                    awaitEnd(process, ENDS_MS, part + " was told to end");
                },
                another(part, process));
    }

    private Blow halt(String point) {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        inAnyOrder(suite.roster().instances(Role.MESSAGE.service()))
                .forEach(part -> processes.put(part, process(part)));
        var halting = new Halting(point, processes);
        return new Blow(halting::part, halting::strike, Duration.ZERO, Blow.NOTHING, () -> halting.isBack(suite));
    }

    private List<String> inAnyOrder(List<String> names) {
        var all = new ArrayList<>(names);
        Collections.rotate(all, random.nextInt(all.size()));
        return all;
    }

    private Blow pause(String part, Duration lasts) {
        ProcessHandle process = process(part);
        return Blow.lasting(part, () -> Suite.signal(process, "STOP"), lasts, () -> Suite.signal(process, "CONT"));
    }

    private Blow cut(String route) {
        return Blow.lasting(
                route,
                () -> suite.routes().cut(route),
                some(),
                () -> suite.routes().heal(route));
    }

    private Blow slow(String routes) {
        return Blow.lasting(
                routes,
                () -> suite.routes().slow(routes, LATE),
                some(),
                () -> suite.routes().heal(routes));
    }

    private Blow leap(String part) {
        ProcessHandle process = process(part);
        String where = random.nextBoolean() ? Points.CLOCK_AHEAD : Points.CLOCK_BEHIND;
        return Blow.lasting(
                part + " " + where,
                () -> Attachment.load(process.pid(), where),
                some(),
                () -> Attachment.load(process.pid(), Agent.OFF));
    }

    private Duration some() {
        return Duration.ofMillis(random.nextLong(SHORTEST_MS, LONGEST_MS));
    }

    private String instance(Role role) {
        return one(suite.roster().instances(role.service()));
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private ProcessHandle process(String part) {
        return suite.process(part)
                .orElseThrow(() -> new IllegalStateException("no process of " + part + " is in its pid file"));
    }

    private BooleanSupplier another(String part, ProcessHandle old) {
        return () -> suite.process(part).filter(now -> now.pid() != old.pid()).isPresent();
    }

    private static void awaitEnd(ProcessHandle process, long millis, String what) throws InterruptedException {
        if (!ends(process, millis)) {
            throw new IllegalStateException(what + " and is still there after " + millis / 1000 + " s");
        }
    }

    /** Waits until a process is gone; false when it is not in time. */
    static boolean ends(ProcessHandle process, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (process.isAlive()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return true;
    }
}
