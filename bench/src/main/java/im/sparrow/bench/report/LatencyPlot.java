package im.sparrow.bench.report;

import im.sparrow.bench.stage.Line;
import java.util.List;

/** Latencies over the offered rate, both axes logarithmic: p50 and p99 of each window, and the bound of 500 ms. */
final class LatencyPlot {

    private static final double LEFT = 70;
    private static final double RIGHT = Svg.WIDTH - 20.0;
    private static final double TOP = 40;
    private static final double BOTTOM = Svg.HEIGHT - 40.0;
    private static final double LOWEST = 1;
    private static final double HIGHEST = 30_000;
    private static final double BOUND = 500;
    private static final String MIDDLE = "#2f81f7";
    private static final String TAIL = "#db6d28";

    private final String stage;
    private final List<Line> lines;
    private final double least;
    private final double most;

    LatencyPlot(String stage, List<Line> lines) {
        this.stage = stage;
        this.lines = lines;
        this.least = lines.stream().mapToDouble(Line::offered).min().orElse(1) * 0.8;
        this.most = lines.stream().mapToDouble(Line::offered).max().orElse(10) * 1.25;
    }

    private double x(double rate) {
        return LEFT + (RIGHT - LEFT) * Math.log(rate / least) / Math.log(most / least);
    }

    private static double y(double millis) {
        double within = Math.clamp(millis, LOWEST, HIGHEST);
        return BOTTOM - (BOTTOM - TOP) * Math.log(within / LOWEST) / Math.log(HIGHEST / LOWEST);
    }

    String svg() {
        var svg =
                new Svg(stage + ": milliseconds from the intended time, p50 (blue) and p99 (orange), by offered rate");
        for (double mark = LOWEST; mark <= HIGHEST; mark *= 10) {
            svg.line(LEFT, y(mark), RIGHT, y(mark), Svg.INK, "1 4");
            svg.write(LEFT - 8, y(mark) + 4, "end", Goal.number(mark));
        }
        svg.line(LEFT, y(BOUND), RIGHT, y(BOUND), TAIL, "6 4");
        svg.write(RIGHT, y(BOUND) - 6, "end", "p99 allowed: 500 ms");
        double last = 0;
        for (Line line : lines) {
            svg.dot(x(line.offered()), y(line.p50()), MIDDLE);
            svg.dot(x(line.offered()), y(line.p99()), TAIL);
            if (x(line.offered()) - last > 60) {
                last = x(line.offered());
                svg.write(last, BOTTOM + 18, "middle", Goal.number(line.offered()) + "/s");
            }
        }
        return svg.end();
    }
}
