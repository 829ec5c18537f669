package im.sparrow.verify;

import im.sparrow.verify.nemesis.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run is to do.
 *
 * @param url the gateway's origin
 * @param clients users; every second has two devices
 * @param messages how many must be acknowledged
 * @param conversations how many; every third is a group
 * @param rate sends a second, of all together
 * @param atLeast how long it lasts at least
 * @param seed of everything that is random
 * @param faults in this order
 * @param pids the launcher's pid files
 * @param folder where the run's folder is made
 */
public record Plan(
        URI url,
        int clients,
        long messages,
        int conversations,
        double rate,
        Duration atLeast,
        long seed,
        List<Fault> faults,
        Path pids,
        Path folder) {

    @Override
    public String toString() {
        return "seed=" + seed + " url=" + url + " clients=" + clients + " messages=" + messages + " conversations="
                + conversations + " rate=" + rate + "/s faults="
                + String.join(",", faults.stream().map(Fault::word).toList());
    }
}
