package im.sparrow.bench.load;

import im.sparrow.bench.machine.Window;
import org.HdrHistogram.Histogram;

/**
 * What became of a load.
 *
 * @param offer what was offered
 * @param messages sends of the measured span
 * @param arrivals message frames that arrived within the span, at all sockets
 * @param missing deliveries that never came, of those that were read
 * @param nacks refusals
 * @param closed sockets that were lost
 * @param complaint the first refusal's text, or why a socket was lost
 * @param delivery from the intended time to the others' sockets
 * @param ack from the intended time to the sender's own
 * @param window what the machine did in the span
 */
public record Measured(
        Offer offer,
        long messages,
        long arrivals,
        long missing,
        long nacks,
        long closed,
        String complaint,
        Latency delivery,
        Latency ack,
        Window window) {

    private static final double MICROS = 1_000;

    /** Milliseconds. */
    public record Latency(double p50, double p90, double p99, double max) {
        static Latency of(Histogram micros) {
            return new Latency(
                    micros.getValueAtPercentile(50) / MICROS,
                    micros.getValueAtPercentile(90) / MICROS,
                    micros.getValueAtPercentile(99) / MICROS,
                    micros.getMaxValue() / MICROS);
        }
    }

    /** Frames that arrived a second. */
    public double arrivalRate() {
        return arrivals / window.seconds();
    }
}
