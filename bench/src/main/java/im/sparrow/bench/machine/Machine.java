package im.sparrow.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The whole machine: what its cores did, what their host took, how many wanted to run. */
final class Machine {

    private static final int STEAL = 7;
    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private Machine() {}

    /** Ticks of all cores: all, idle and stolen. */
    record Ticks(long all, long idle, long stolen) {}

    static Ticks ticks() {
        String line = read("/proc/stat").lines().findFirst().orElseThrow();
        long[] numbers = Arrays.stream(line.strip().split(" +"))
                .skip(1)
                .limit(STEAL + 1)
                .mapToLong(Long::parseLong)
                .toArray();
        return new Ticks(Arrays.stream(numbers).sum(), numbers[IDLE] + numbers[WAITING], numbers[STEAL]);
    }

    /** Tasks that ran or wanted to, averaged over about a minute. */
    static double load() {
        return Double.parseDouble(read("/proc/loadavg").split(" ", 2)[0]);
    }

    /** Cores. */
    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("this machine has no " + file, e);
        }
    }
}
