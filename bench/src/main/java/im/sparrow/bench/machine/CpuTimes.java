package im.sparrow.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processor's time that a process and its threads have used, in clock ticks.
 *
 * @param user in the program
 * @param system in the kernel on its behalf
 * @param threads by thread, named as the kernel knows it (15 characters), threads of one name together
 */
public record CpuTimes(long user, long system, Map<String, Long> threads) {

    /** Ticks of one second; fixed by the kernel's interface to programs. */
    static final double TICKS = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;

    /** What it has used until now; zero when it is gone. */
    static CpuTimes of(long pid) {
        long[] all = read(Path.of("/proc", Long.toString(pid), "stat"));
        return new CpuTimes(all[0], all[1], threads(pid));
    }

    private static Map<String, Long> threads(long pid) {
        var threads = new TreeMap<String, Long>();
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        try (var each = Files.newDirectoryStream(tasks)) {
            for (Path task : each) {
                long[] times = read(task.resolve("stat"));
                threads.merge(name(task), times[0] + times[1], Long::sum);
            }
        } catch (IOException gone) {
            return threads;
        }
        return threads;
    }

    private static String name(Path task) throws IOException {
        String name = Files.readString(task.resolve("comm")).strip();
        return name.replaceAll("[-#_ ]*[0-9]+$", "").strip();
    }

    private static long[] read(Path stat) {
        try {
            String text = Files.readString(stat);
            // The name stands in brackets and may hold anything.
            String[] words = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return new long[] {Long.parseLong(words[UTIME]), Long.parseLong(words[STIME])};
        } catch (IOException gone) {
            return new long[] {0, 0};
        }
    }

    /** What was used since an earlier look. */
    CpuTimes since(CpuTimes before) {
        var used = new TreeMap<String, Long>();
        threads.forEach((name, ticks) -> {
            long more = ticks - before.threads.getOrDefault(name, 0L);
            if (more > 0) {
                used.put(name, more);
            }
        });
        return new CpuTimes(user - before.user, system - before.system, used);
    }

    /** Seconds of both kinds. */
    public double seconds() {
        return (user + system) / TICKS;
    }

    /** Seconds in the kernel. */
    public double systemSeconds() {
        return system / TICKS;
    }

    /** Seconds of one thread's name. */
    public double threadSeconds(String name) {
        return threads.getOrDefault(name, 0L) / TICKS;
    }
}
