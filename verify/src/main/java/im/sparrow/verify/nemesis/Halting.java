package im.sparrow.verify.nemesis;

import im.sparrow.verify.agent.Agent;
import im.sparrow.verify.agent.Attachment;
import im.sparrow.verify.suite.Suite;
import java.util.Map;

/**
 * Halts the next writer that comes to a point. One that has nothing to write for the moment, because it has no partition
 * or nobody speaks there, never comes to it: then the point is taken out of it and woven into the next.
 */
final class Halting {

    /** A halted process is gone with its next batch. */
    private static final long PATIENCE_MS = 10_000;

    private final String point;
    private final Map<String, ProcessHandle> processes;
    private volatile String part;

    /**
     * A point and who may come to it.
     *
     * @param processes by part, in the order in which they are tried; one at least
     */
    Halting(String point, Map<String, ProcessHandle> processes) {
        this.point = point;
        this.processes = processes;
        this.part = processes.keySet().iterator().next();
    }

    /** Whom it halts; known for good after {@link #strike}. */
    String part() {
        return part;
    }

    /** Comes back when one of them is gone. */
    void strike() throws InterruptedException {
        for (Map.Entry<String, ProcessHandle> each : processes.entrySet()) {
            part = each.getKey();
            long pid = each.getValue().pid();
            Attachment.load(pid, point);
            if (Blows.ends(each.getValue(), PATIENCE_MS)) {
                return;
            }
            Attachment.load(pid, Agent.OFF);
        }
        throw new IllegalStateException(
                "none of " + processes.keySet() + " came to the point within " + PATIENCE_MS / 1000 + " s");
    }

    /** Whether the one that is gone has another process. */
    boolean isBack(Suite suite) {
        ProcessHandle old = processes.get(part);
        return suite.process(part)
                .filter(now -> old == null || now.pid() != old.pid())
                .isPresent();
    }
}
