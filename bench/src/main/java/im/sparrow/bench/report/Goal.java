package im.sparrow.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * What a figure is to be.
 *
 * @param figure its name in the results
 * @param text in words
 * @param goal the number
 * @param stretch a number beyond, which may be missed; the same as the goal where there is none
 * @param least whether the figure is to be at least the goal, else at most
 * @param unit of all numbers
 */
record Goal(String figure, String text, double goal, double stretch, boolean least, String unit) {

    /** All rows that exist by now. */
    static final List<Goal> ALL = List.of(
            least(
                    "pairs.knee",
                    "one-to-one, committed and delivered, p99 of at most 500 ms",
                    5_000,
                    7_000,
                    "messages/s"),
            most("pairs.per1000", "processor's seconds per 1,000 such messages at 5,000/s", 0.35, 0.35, "s"),
            least("group.knee", "group of 200, deliveries", 300_000, 500_000, "deliveries/s"),
            most("group.per1000", "processor's seconds per 1,000 deliveries at 300,000/s", 0.004, 0.004, "s"),
            most("pairs.calm.p50", "send to shown at 100 messages/s, p50", 8, 6, "ms"),
            most("pairs.calm.p99", "send to shown at 100 messages/s, p99", 30, 20, "ms"),
            most("connections.kilobytes", "gateway's memory for an idle socket in 20 conversations", 12, 10, "KB"),
            least("connections.count", "idle sockets on one gateway", 18_000, 18_000, "sockets"),
            most("reconnect.seconds", "5,000 clients come back, until all are in sync", 15, 15, "s"),
            most("inbox.200.p50", "inbox of 200 conversations, p50", 8, 8, "ms"),
            most("inbox.1000.p50", "inbox of 1,000 conversations, p50", 20, 20, "ms"),
            most("history.few.p50", "history page of 50 where few were said, p50", 5, 5, "ms"),
            most("history.many.p50", "history page of 50 anywhere in the long history, p50", 5, 5, "ms"),
            most("rest.start", "`./sparrow up` with start-up caches, to ready", 40, 25, "s"),
            most("rest.memory", "whole suite at rest, resident", 2_048, 1_229, "MB"));

    private static Goal least(String figure, String text, double goal, double stretch, String unit) {
        return new Goal(figure, text, goal, stretch, true, unit);
    }

    private static Goal most(String figure, String text, double goal, double stretch, String unit) {
        return new Goal(figure, text, goal, stretch, false, unit);
    }

    private boolean meets(double reached, double mark) {
        return least ? reached >= mark : reached <= mark;
    }

    /** One word on a figure. */
    String verdict(double reached) {
        if (meets(reached, stretch) && stretch != goal) {
            return "reached, and the stretch";
        }
        return meets(reached, goal) ? "reached" : "**missed**";
    }

    /** The goal as it is written. */
    String wanted() {
        String own = (least ? "≥ " : "≤ ") + number(goal);
        return own + (stretch == goal ? "" : " (stretch " + number(stretch) + ")") + " " + unit;
    }

    /** A number with as many digits as mean something. */
    static String number(double value) {
        double size = Math.abs(value);
        String form =
                size >= 1_000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : size >= 0.05 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, form, value).replaceFirst("\\.0$", "");
    }
}
