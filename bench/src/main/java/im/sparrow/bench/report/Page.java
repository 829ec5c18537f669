package im.sparrow.bench.report;

import im.sparrow.bench.stage.Line;
import im.sparrow.bench.stage.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The page of measurements in Markdown. */
final class Page {

    private static final String HEAD = """
            # Measurements

            Written by `./sparrow bench all` from what it measured; explanations are in `explanations.properties` beside
            its code, and nothing here is edited by hand. Database, broker, all services and the load generator share
            one machine. The load is open: the times of all sends are drawn beforehand, and a latency counts from the
            intended time. Windows come after 15 seconds or more of the same load, three of each kind; the median is quoted.
            Every window says what share of the cores' time its host stole and the load average. The processor's seconds
            per 1,000 are the steadiest figure and fall as the rate grows, so each is quoted with its rate.

            Accounts are not registered for this: people are numbers that a signed token names and conversations are rows,
            made in bulk in a suite that is thrown away. Limits for each user are the product's own.
            """;

    private static final Properties EXPLANATIONS = explanations();

    private Page() {}

    private static Properties explanations() {
        var explanations = new Properties();
        try (var in = Page.class.getResourceAsStream("explanations.properties")) {
            if (in != null) {
                explanations.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return explanations;
    }

    static String of(Kept kept) {
        var lines = new ArrayList<String>();
        lines.add(HEAD);
        lines.add("## Goals");
        lines.add("");
        lines.addAll(goals(kept));
        lines.add("");
        lines.add("Search is not built yet." + EXPLANATIONS.getProperty("open", ""));
        where(kept, lines);
        for (String stage : List.of("rest", "pairs", "group", "bare", "inbox", "reconnect", "connections", "history")) {
            Result result = kept.results().get(stage);
            if (result != null) {
                stage(result, String.valueOf(kept.when().get(stage)), lines);
            }
        }
        String profiles = EXPLANATIONS.getProperty("profiles");
        if (profiles != null) {
            lines.addAll(List.of("", "## Where the time goes", "", profiles));
        }
        return String.join("\n", lines) + "\n";
    }

    static List<String> goals(Kept kept) {
        var lines = new ArrayList<>(List.of("| figure | goal | reached | | explanation |", "|---|---|---|---|---|"));
        for (Goal goal : Goal.ALL) {
            kept.results().values().stream()
                    .map(result -> result.figures().get(goal.figure()))
                    .filter(value -> value != null)
                    .findFirst()
                    .ifPresent(value -> lines.add(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s %s | %s | %s |",
                            goal.text(),
                            goal.wanted(),
                            Goal.number(value),
                            goal.unit(),
                            goal.verdict(value),
                            EXPLANATIONS.getProperty(goal.figure(), ""))));
        }
        return lines;
    }

    private static void where(Kept kept, List<String> lines) {
        lines.addAll(List.of(
                "",
                "## Where",
                "",
                Runtime.getRuntime().availableProcessors()
                        + " cores. What the running servers answered when they were asked:",
                ""));
        kept.where().forEach(line -> lines.add("- " + line));
    }

    private static void stage(Result result, String when, List<String> lines) {
        lines.addAll(List.of("", "## " + result.stage(), "", String.join(" ", result.about()) + ". " + when + ".", ""));
        Picture.names(result).forEach(name -> lines.add("![" + result.stage() + "](pictures/" + name + ")"));
        lines.addAll(List.of(
                "",
                "| window | offered/s | done/s | p50 ms | p99 ms | failed | CPU-s per 1,000 | by process |"
                        + " busy | stolen | load |",
                "|---|---|---|---|---|---|---|---|---|---|---|"));
        result.lines().forEach(line -> lines.add(row(line)));
        if (!result.figures().isEmpty()) {
            lines.addAll(List.of("", "| median | |", "|---|---|"));
            result.figures().forEach((name, value) -> lines.add("| " + name + " | " + Goal.number(value) + " |"));
        }
        threads(result, lines);
    }

    private static String row(Line line) {
        var parts = new ArrayList<String>();
        for (Map.Entry<String, Double> part : line.parts().entrySet()) {
            if (part.getValue() > line.per1000() / 100) {
                parts.add(part.getKey() + " " + Goal.number(part.getValue()));
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %d | %s | %s | %.0f %% | %.0f %% | %.1f |",
                line.label(),
                line.offered() == 0 ? "" : Goal.number(line.offered()),
                Goal.number(line.done()),
                Goal.number(line.p50()),
                Goal.number(line.p99()),
                line.failed(),
                Goal.number(line.per1000()),
                String.join(", ", parts),
                100 * line.busy(),
                100 * line.stolen(),
                line.load());
    }

    /** Of the last window at the goal's rate. */
    private static void threads(Result result, List<String> lines) {
        result.lines().stream()
                .filter(line -> line.label().equals("goal"))
                .reduce((first, last) -> last)
                .ifPresent(line -> {
                    lines.addAll(List.of(
                            "",
                            "By thread, in a window at the goal's rate:",
                            "",
                            "| thread | CPU-s per 1,000 |",
                            "|---|---|"));
                    line.threads().entrySet().stream()
                            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                            .limit(16)
                            .forEach(each ->
                                    lines.add("| " + each.getKey() + " | " + Goal.number(each.getValue()) + " |"));
                });
    }
}
