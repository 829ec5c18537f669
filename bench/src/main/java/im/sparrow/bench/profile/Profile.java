package im.sparrow.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where samples fell: by the method on top, by the newest method of ours below it, by thread; and what was allocated. */
public final class Profile {

    private static final int SHOWN = 14;
    private static final String OURS = "im.sparrow.";

    private final Map<String, Double> tops = new HashMap<>();
    private final Map<String, Double> ours = new HashMap<>();
    private final Map<String, Double> within = new HashMap<>();
    private final Map<String, Double> threads = new HashMap<>();
    private final Map<String, Double> classes = new HashMap<>();
    private final Map<String, Double> makers = new HashMap<>();

    private Profile() {}

    /** Reads a recording. */
    public static Profile read(Path file) {
        var profile = new Profile();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                profile.add(recording.readEvent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample", "jdk.NativeMethodSample" -> sample(event);
            case "jdk.ObjectAllocationSample" -> allocation(event);
            default -> {}
        }
    }

    private void sample(RecordedEvent event) {
        if (event.getStackTrace() == null || event.getStackTrace().getFrames().isEmpty()) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        String top = name(frames.getFirst());
        if (isWaiting(top)) {
            return;
        }
        tops.merge(top, 1.0, Double::sum);
        ours.merge(newest(frames), 1.0, Double::sum);
        var seen = new HashSet<String>();
        frames.stream().map(Profile::name).filter(name -> name.startsWith(OURS)).forEach(seen::add);
        seen.forEach(name -> within.merge(name, 1.0, Double::sum));
        String thread = event.getThread("sampledThread") == null
                ? "?"
                : String.valueOf(event.getThread("sampledThread").getJavaName());
        threads.merge(thread.replaceAll("[0-9]+", "n"), 1.0, Double::sum);
    }

    private static boolean isWaiting(String top) {
        return top.contains("epollWait")
                || top.contains("EPoll.wait")
                || top.endsWith(".accept")
                || top.contains("Net.poll");
    }

    private void allocation(RecordedEvent event) {
        double weight = event.getLong("weight");
        RecordedClass type = event.getClass("objectClass");
        classes.merge(type == null ? "?" : type.getName(), weight, Double::sum);
        if (event.getStackTrace() != null) {
            makers.merge(newest(event.getStackTrace().getFrames()), weight, Double::sum);
        }
    }

    private static String newest(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::name)
                .filter(name -> name.startsWith(OURS))
                .findFirst()
                .orElse("(none of ours)");
    }

    private static String name(RecordedFrame frame) {
        var method = frame.getMethod();
        return method.getType().getName().replaceAll("\\$\\$Lambda.*", "\\$lambda") + "." + method.getName();
    }

    /** As Markdown, under a title. */
    public List<String> lines(String title) {
        var lines = new ArrayList<String>();
        lines.add("### " + title);
        table(lines, "method on top of the stack", tops);
        table(lines, "newest method of ours", ours);
        table(lines, "method of ours anywhere on the stack", within);
        table(lines, "thread", threads);
        table(lines, "allocated class (bytes)", classes);
        table(lines, "method of ours that allocated (bytes)", makers);
        return lines;
    }

    private static void table(List<String> lines, String head, Map<String, Double> counts) {
        double all = head.contains("anywhere")
                ? counts.values().stream().mapToDouble(v -> v).max().orElse(1)
                : counts.values().stream().mapToDouble(v -> v).sum();
        lines.addAll(List.of("", "| share | " + head + " |", "|---|---|"));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(each -> lines.add(
                        String.format(Locale.ROOT, "| %.1f %% | %s |", 100 * each.getValue() / all, each.getKey())));
    }
}
