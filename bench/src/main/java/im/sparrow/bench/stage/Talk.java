package im.sparrow.bench.stage;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.load.Measured;
import im.sparrow.bench.load.Offer;
import im.sparrow.bench.load.OpenLoop;
import im.sparrow.bench.town.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A town that talks: windows, medians of them, and the search for the highest rate that is still borne. */
final class Talk {

    private static final double LEAD = 2;
    private static final double LIMIT_MS = 500;
    private static final double ENOUGH = 0.97;
    private static final int STEPS = 12;

    private final Ground ground;
    private final OpenLoop load;
    private final Result result;
    private final int sampled;
    private final double perMessage;

    /**
     * A town whose people are all connected.
     *
     * @param sampled every so many-th socket is read
     * @param perMessage things that one message makes: 1 when messages are counted, members when deliveries are
     */
    Talk(Ground ground, Crowd crowd, Town town, Result result, int sampled, double perMessage) {
        this(
                ground,
                crowd,
                town,
                result,
                sampled,
                perMessage,
                ground.installation().processes());
    }

    /** The same before other processes than the suite's. */
    Talk(
            Ground ground,
            Crowd crowd,
            Town town,
            Result result,
            int sampled,
            double perMessage,
            Map<String, Long> processes) {
        this.ground = ground;
        this.load = new OpenLoop(ground.loop(), crowd, town, processes);
        this.result = result;
        this.sampled = sampled;
        this.perMessage = perMessage;
    }

    /** The same load for as long as the effort says, and nothing is kept of it. */
    void warmUp(double rate) throws InterruptedException {
        double seconds = ground.effort().warmUp();
        if (seconds > 0) {
            ground.say().accept("warming up: " + Math.round(seconds) + " s at " + Math.round(rate) + "/s");
            Measured measured = load.run(new Offer(rate / perMessage, 0, seconds, sampled));
            ground.say().accept("  " + line("warm-up", rate, measured).text());
        }
    }

    /** One window at a rate of things a second, kept under this label. */
    Line window(String label, double rate, double seconds) throws InterruptedException {
        Measured measured = load.run(new Offer(rate / perMessage, LEAD, seconds, sampled));
        Line line = line(label, rate, measured);
        result.lines().add(line);
        ground.say().accept("  " + line.text() + (line.failed() > 0 ? "  " + measured.complaint() : ""));
        return line;
    }

    private Line line(String label, double rate, Measured measured) {
        // A pair's message arrives at two sockets, the sender's own too; a group's at each member's.
        double things = perMessage == 1 ? measured.arrivals() / 2.0 : measured.arrivals();
        return Line.of(label, rate, things, measured);
    }

    /** As many windows as the effort says. */
    List<Line> windows(String label, double rate, double seconds) throws InterruptedException {
        var lines = new ArrayList<Line>();
        for (int run = 0; run < ground.effort().runs(); run++) {
            lines.add(window(label, rate, seconds));
        }
        return lines;
    }

    /** Keeps the median of a figure of some windows. */
    void median(String figure, List<Line> lines, ToDoubleFunction<Line> of) {
        double median = Result.median(lines.stream().map(of::applyAsDouble).toList());
        result.figures().put(figure, median);
        ground.say().accept("  " + figure + " = " + Line.number(median));
    }

    /**
     * The highest rate in steps whose deliveries are in time (p99 at most {@value #LIMIT_MS} ms) and complete: upwards
     * from the beginning while it is borne, else downwards.
     */
    double knee(double begin, double step, double seconds) throws InterruptedException {
        double rate = begin;
        double best = 0;
        for (int tried = 0; tried < STEPS && rate > 0; tried++) {
            boolean borne = borne(window("step", rate, seconds));
            if (borne) {
                best = Math.max(best, rate);
            }
            if (borne ? best < rate : best > 0) {
                break;
            }
            if (!borne && rate > begin) {
                break;
            }
            rate += borne ? step : -step;
        }
        return best;
    }

    /** Whether a window's load was borne. */
    static boolean borne(Line line) {
        return line.p99() <= LIMIT_MS && line.failed() == 0 && line.done() >= ENOUGH * line.offered();
    }
}
