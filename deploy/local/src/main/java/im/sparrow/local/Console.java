package im.sparrow.local;

import im.sparrow.local.part.PartNews;
import im.sparrow.local.part.PartState.Failed;
import im.sparrow.local.part.PartState.Ready;
import im.sparrow.local.part.PartState.Restarting;
import im.sparrow.local.part.PartState.Starting;
import im.sparrow.local.part.PartState.Stopped;
import im.sparrow.local.part.PartState.Stopping;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Prints what happens to the parts, one line each time. */
final class Console implements PartNews.Ear {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private final Set<String> ready = new HashSet<>();
    private int parts;
    private boolean up;

    Console(PrintStream out) {
        this.out = out;
    }

    /** So many parts will be there. */
    synchronized void expect(int count) {
        parts = count;
    }

    /** From now on every line says the time of day: what comes is not awaited any more. */
    synchronized void up() {
        up = true;
    }

    /** Something that is no part's news. */
    synchronized void say(String sentence) {
        out.println("  " + LocalTime.now().format(CLOCK) + "  " + sentence);
    }

    @Override
    public synchronized void hear(PartNews news) {
        if (news.state() instanceof Ready) {
            ready.add(news.part());
        } else {
            ready.remove(news.part());
        }
        var time = up ? LocalTime.now().format(CLOCK) + "  " : "";
        out.println("  %s%-18s %-11s %7s  %s%s"
                .formatted(time, news.part(), word(news), seconds(news), news.detail(), count(news))
                .stripTrailing());
    }

    private String count(PartNews news) {
        return news.state() instanceof Ready
                ? "%s(%d of %d)".formatted(news.detail().isEmpty() ? "" : " ", ready.size(), parts)
                : "";
    }

    private static String seconds(PartNews news) {
        return news.taken().isZero() ? "" : seconds(news.taken());
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String word(PartNews news) {
        return switch (news.state()) {
            case Starting(int attempt, boolean proven, var since) when attempt == 1 && !proven -> "starting";
            case Starting(int attempt, boolean proven, var since) -> attempt == 1 ? "again" : "attempt " + attempt;
            case Ready ready -> "ready";
            case Restarting again -> "died";
            case Failed failed -> "failed";
            case Stopping stopping -> "stopping";
            case Stopped stopped -> "stopped";
        };
    }
}
