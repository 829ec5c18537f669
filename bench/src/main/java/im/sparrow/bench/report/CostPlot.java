package im.sparrow.bench.report;

import im.sparrow.bench.stage.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a thousand cost at each rate, by process: a bar a rate, the median window of each. */
final class CostPlot {

    private static final Map<String, String> COLOURS = new LinkedHashMap<>();

    static {
        COLOURS.put("chat-gateway", "#2f81f7");
        COLOURS.put("message-service", "#3fb950");
        COLOURS.put("database", "#db6d28");
        COLOURS.put("broker", "#a371f7");
        COLOURS.put("others", "#7d8590");
    }

    private static final double LEFT = 110;
    private static final double RIGHT = Svg.WIDTH - 90.0;
    private static final double TOP = 60;

    private final String stage;
    private final List<Line> bars;

    CostPlot(String stage, List<Line> lines) {
        this.stage = stage;
        var byRate = new LinkedHashMap<Double, List<Line>>();
        lines.forEach(line -> byRate.computeIfAbsent(line.offered(), rate -> new ArrayList<>())
                .add(line));
        this.bars = byRate.values().stream()
                .map(same -> same.get((same.size() - 1) / 2))
                .filter(line -> line.offered() >= 1_000)
                .toList();
    }

    String svg() {
        var svg = new Svg(stage + ": processor's seconds per 1,000 by offered rate, without the generator's");
        double most = bars.stream().mapToDouble(Line::per1000).max().orElse(1);
        double x = LEFT;
        for (Map.Entry<String, String> colour : COLOURS.entrySet()) {
            svg.bar(x, 32, 10, 10, colour.getValue());
            svg.write(x + 14, 42, "start", colour.getKey());
            x += 120;
        }
        double height = Math.min(30, (Svg.HEIGHT - TOP - 20) / Math.max(1, bars.size()));
        double y = TOP;
        for (Line bar : bars) {
            svg.write(LEFT - 8, y + height / 2 + 2, "end", Goal.number(bar.offered()) + "/s");
            bar(svg, bar, y, height - 6, most);
            y += height;
        }
        return svg.end();
    }

    private static void bar(Svg svg, Line bar, double y, double height, double most) {
        double x = LEFT;
        double rest = bar.per1000();
        for (String part : COLOURS.keySet()) {
            double share = part.equals("others") ? rest : share(bar, part);
            rest -= share;
            double width = (RIGHT - LEFT) * Math.max(0, share) / most;
            String colour = COLOURS.get(part);
            svg.bar(x, y, width, height, colour == null ? Svg.INK : colour);
            x += width;
        }
        svg.write(x + 6, y + height / 2 + 4, "start", Goal.number(bar.per1000()));
    }

    /** Of all instances of a service. */
    private static double share(Line bar, String part) {
        return bar.parts().entrySet().stream()
                .filter(each -> each.getKey().matches(part + "(-[0-9]+)?"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
