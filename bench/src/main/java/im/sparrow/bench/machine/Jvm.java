package im.sparrow.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Asks a running JVM of this user something, by the JDK's own {@code jcmd}. */
public final class Jvm {

    private static final Pattern USED = Pattern.compile("^ *(?:DefNew|Tenured) .*used (\\d+)K", Pattern.MULTILINE);

    private Jvm() {}

    /** Sends words and answers what it said. */
    public static String ask(long pid, String... words) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " cannot be asked anything", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Has it collect garbage. */
    public static void collect(long pid) {
        ask(pid, "GC.run");
        ask(pid, "System.trim_native_heap");
    }

    /**
     * Bytes of heap in use; right after {@link #collect} those of live objects.
     *
     * @throws IllegalStateException when the JVM names its generations otherwise than the serial collector of JDK 25
     */
    public static long heapUsed(long pid) {
        return used(ask(pid, "GC.heap_info"));
    }

    static long used(String heapInfo) {
        if (!USED.matcher(heapInfo).find()) {
            throw new IllegalStateException("no generations in: " + heapInfo);
        }
        return USED.matcher(heapInfo)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)) * 1024)
                .sum();
    }
}
