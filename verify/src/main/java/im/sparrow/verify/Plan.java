package im.sparrow.verify;

import im.sparrow.verify.generator.Cast;
import im.sparrow.verify.nemesis.Fault;
import im.sparrow.verify.nemesis.Faults;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run is to do.
 *
 * @param gateways their origins, one at least; devices are spread over them, REST asks the first
 * @param cast who takes part
 * @param messages how many must be acknowledged
 * @param rate sends a second, of all together
 * @param atLeast how long it lasts at least
 * @param seed of everything that is random
 * @param faults how often each kind
 * @param broker the log's broker as {@code host:port}; empty when it cannot be asked
 * @param run the launcher's folder of that name
 * @param folder where the run's folder is made
 */
public record Plan(
        List<URI> gateways,
        Cast cast,
        long messages,
        double rate,
        Duration atLeast,
        long seed,
        Map<Fault, Integer> faults,
        String broker,
        Path run,
        Path folder) {

    /** The same with other faults. */
    public Plan withFaults(Map<Fault, Integer> others) {
        return new Plan(gateways, cast, messages, rate, atLeast, seed, others, broker, run, folder);
    }

    @Override
    public String toString() {
        return "seed=" + seed + " url="
                + String.join(",", gateways.stream().map(URI::toString).toList()) + " " + cast + " messages="
                + messages + " rate=" + rate + "/s faults="
                + Faults.text(faults);
    }
}
