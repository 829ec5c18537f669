package im.sparrow.local.suite;

import java.nio.file.Path;
import java.util.List;

/** The JVM's command line on one machine, where memory counts more than the last bit of throughput. */
final class Java {
    private Java() {}

    static List<String> command(int heapMegabytes) {
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
                "-Xss512k",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
    }
}
