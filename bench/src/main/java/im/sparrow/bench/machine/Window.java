package im.sparrow.bench.machine;

import java.util.Map;

/**
 * What a machine did while something was measured.
 *
 * @param seconds how long, by the clock
 * @param used processor's time by part, in the order of their names at the start
 * @param load tasks that ran or wanted to, averaged over about a minute, at the end
 * @param stolen share of all cores' time that the machine's host took, 0 to 1
 * @param busy share of all cores' time in which something ran or was stolen, 0 to 1
 * @param cores of the machine
 */
public record Window(double seconds, Map<String, CpuTimes> used, double load, double stolen, double busy, int cores) {

    /** The name under which the generator's own process is reported. */
    public static final String GENERATOR = "generator";

    /** The processor's seconds of the suite: all parts but the generator. */
    public double suiteSeconds() {
        return used.entrySet().stream()
                .filter(part -> !part.getKey().equals(GENERATOR))
                .mapToDouble(part -> part.getValue().seconds())
                .sum();
    }
}
