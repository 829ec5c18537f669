package im.sparrow.local.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM's command line on one machine, where memory counts more than the last bit of throughput. */
public final class Java {
    private Java() {}

    /** Program and flags, without class path; the heap grows to so many MB. Later flags win. */
    public static List<String> command(int heapMegabytes, List<String> more) {
        var command = new ArrayList<>(command(heapMegabytes));
        command.addAll(more);
        return List.copyOf(command);
    }

    /** The same without more flags. */
    public static List<String> command(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xms16m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                // Heap that is not needed goes back to the system instead of staying as it was at the start.
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:-ShrinkHeapInSteps",
                // The start-up cache where it was made for: mapped and shared, not copied and moved (100 MB a service).
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-Xss512k",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
    }
}
