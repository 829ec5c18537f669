package im.sparrow.bench.stage;

import im.sparrow.bench.load.Measured;
import im.sparrow.bench.machine.CpuTimes;
import im.sparrow.bench.machine.Window;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One measured window.
 *
 * @param label which load
 * @param offered things a second that were to be done
 * @param done things a second that were done
 * @param p50 milliseconds from the intended time
 * @param p99 the same
 * @param failed what was refused or never came
 * @param per1000 the suite's processor seconds for a thousand things
 * @param parts the same by process, the generator too
 * @param threads the same by process and thread, where it is a hundredth of the whole or more
 * @param busy share of the cores' time in use or stolen, 0 to 1
 * @param stolen share of the cores' time that the host took
 * @param load load average at the end
 */
public record Line(
        String label,
        double offered,
        double done,
        double p50,
        double p99,
        long failed,
        double per1000,
        Map<String, Double> parts,
        Map<String, Double> threads,
        double busy,
        double stolen,
        double load) {

    private static final double WORTH = 0.01;

    /** A window in which messages were sent; {@code things} of them, or of their deliveries, were done. */
    static Line of(String label, double offered, double things, Measured measured) {
        return of(
                label,
                offered,
                things,
                measured.delivery().p50(),
                measured.delivery().p99(),
                measured.missing() + measured.nacks() + measured.closed(),
                measured.window());
    }

    /** A window in which so many things were done. */
    static Line of(String label, double offered, double things, double p50, double p99, long failed, Window window) {
        double thousands = Math.max(1, things) / 1_000;
        var parts = new LinkedHashMap<String, Double>();
        var threads = new LinkedHashMap<String, Double>();
        window.used().forEach((name, used) -> {
            parts.put(name, used.seconds() / thousands);
            threads(name, used, window, thousands, threads);
        });
        return new Line(
                label,
                offered,
                things / window.seconds(),
                p50,
                p99,
                failed,
                window.suiteSeconds() / thousands,
                parts,
                threads,
                window.busy(),
                window.stolen(),
                window.load());
    }

    private static void threads(
            String name, CpuTimes used, Window window, double thousands, Map<String, Double> threads) {
        used.threads().keySet().forEach(thread -> {
            double seconds = used.threadSeconds(thread);
            if (seconds > WORTH * window.suiteSeconds()) {
                threads.put(name + " / " + thread, seconds / thousands);
            }
        });
        if (used.systemSeconds() > WORTH * window.suiteSeconds()) {
            threads.put(name + " / (of it in the kernel)", used.systemSeconds() / thousands);
        }
    }

    /** For the terminal. */
    public String text() {
        String each = parts.entrySet().stream()
                .filter(part -> part.getValue() * 1_000 >= 0.0005 * 1_000 || part.getValue() > per1000 / 100)
                .map(part -> part.getKey() + " " + number(part.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-22s done %9.0f/s  p50 %7.1f  p99 %7.1f ms  failed %d  CPU-s/1k %s  (%s)  busy %.0f %%, stolen %.0f %%, load %.1f",
                label,
                done,
                p50,
                p99,
                failed,
                number(per1000),
                each,
                100 * busy,
                100 * stolen,
                load);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 0.01 ? "%.5f" : "%.3f", value);
    }
}
