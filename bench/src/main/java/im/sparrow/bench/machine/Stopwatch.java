package im.sparrow.bench.machine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Opens a window on the machine and these processes; {@link #stop} says what happened in it. */
public final class Stopwatch {

    private final Map<String, Long> pids;
    private final Map<String, CpuTimes> before = new LinkedHashMap<>();
    private final Machine.Ticks ticks = Machine.ticks();
    private final long begin = System.nanoTime();

    private Stopwatch(Map<String, Long> pids) {
        this.pids = Map.copyOf(pids);
        pids.forEach((name, pid) -> before.put(name, CpuTimes.of(pid)));
    }

    /**
     * Begins now.
     *
     * @param pids processes by the name they are reported under
     */
    public static Stopwatch start(Map<String, Long> pids) {
        return new Stopwatch(pids);
    }

    /** The window from the beginning until now. */
    public Window stop() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        var used = new LinkedHashMap<String, CpuTimes>();
        before.forEach((name, then) -> used.put(name, CpuTimes.of(pid(name)).since(then)));
        var now = Machine.ticks();
        double all = Math.max(1, now.all() - ticks.all());
        return new Window(
                seconds,
                used,
                Machine.load(),
                (now.stolen() - ticks.stolen()) / all,
                1 - (now.idle() - ticks.idle()) / all,
                Machine.cores());
    }

    private long pid(String name) {
        Long pid = pids.get(name);
        return pid == null ? 0 : pid;
    }
}
