package im.sparrow.verify.nemesis;

import im.sparrow.verify.point.Points;
import java.time.Duration;

/** A kind of thing that the nemesis does. */
public sealed interface Fault {

    /** Its name on the command line. */
    String word();

    /** Within which people can go on. */
    Duration goal();

    /** How long it takes as a rule, from the blow until all is well: for who wonders how long a run will be. */
    default Duration usual() {
        return Duration.ofSeconds(9);
    }

    /** {@code kill -9}. */
    record Kill(Role role) implements Fault {
        @Override
        public String word() {
            return "kill-" + role.word();
        }

        @Override
        public Duration goal() {
            return role.goal();
        }
    }

    /** It is told to end (SIGTERM), ends in order, and is started again by the launcher. */
    record Restart(Role role) implements Fault {
        @Override
        public String word() {
            return "restart-" + role.word();
        }

        @Override
        public Duration goal() {
            return role.goal();
        }
    }

    /** It stands still for longer than anybody waits for it, and then goes on as if nothing had been. */
    record Pause(Role role) implements Fault {
        @Override
        public String word() {
            return "pause-" + role.word();
        }

        @Override
        public Duration usual() {
            return role.pause().plusSeconds(4);
        }

        @Override
        public Duration goal() {
            return AFTER_ITS_END;
        }
    }

    /** Nothing passes between two. */
    record Cut(Role from, Role to) implements Fault {
        @Override
        public String word() {
            return "cut-" + from.word() + "-" + to.word();
        }

        @Override
        public Duration goal() {
            return AFTER_ITS_END;
        }
    }

    /** Every byte to and from the database comes late. */
    record SlowDatabase() implements Fault {
        @Override
        public String word() {
            return "slow-db";
        }

        @Override
        public Duration goal() {
            return AFTER_ITS_END;
        }
    }

    /** No byte is free on the database's disk. */
    record FullDisk() implements Fault {
        @Override
        public String word() {
            return "full-disk";
        }

        @Override
        public Duration goal() {
            return AFTER_ITS_END;
        }
    }

    /** The wall clock that one service sees leaps, and leaps back. */
    record ClockStep() implements Fault {
        @Override
        public String word() {
            return "clock-step";
        }

        @Override
        public Duration goal() {
            return AFTER_ITS_END;
        }
    }

    /**
     * The message-service halts at an exact point.
     *
     * @param point one of {@link Points}
     */
    record Halt(String point) implements Fault {
        @Override
        public String word() {
            return point;
        }

        @Override
        public Duration goal() {
            return Role.MESSAGE.goal();
        }
    }

    /** For what ends by itself. */
    Duration AFTER_ITS_END = Duration.ofSeconds(15);
}
