package im.sparrow.local.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at memory, disk, open files and ports; the script has looked at the programs. */
public final class MachineCheck {
    private static final long MEMORY_MB = 2500;
    private static final long DISK_MB = 3000;
    private static final long OPEN_FILES = 8192;
    // What the smallest suite uses; the launcher knows of larger ones.
    private static final String[] HOLDERS = {
        "gateway",
        "admin",
        "auth",
        "social",
        "message",
        "bot",
        "database",
        "broker",
        "broker's controller",
        "",
        "gateway's health",
        "admin's health",
        "auth's health",
        "social's health",
        "message's health",
        "bot's health"
    };

    private MachineCheck() {}

    /**
     * All that is lacking.
     *
     * @param home where the suite will keep its data; may not exist yet
     * @param uses every port that is wanted, and for what
     * @param ours processes that may hold ports of the block, as they are parts of this suite
     */
    public static List<Lack> lacks(Path home, Map<Integer, String> uses, Set<Long> ours) throws IOException {
        return Stream.of(memory(), disk(home), openFiles(), ports(uses, ours))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Lack> memory() throws IOException {
        var table = Path.of("/proc/meminfo");
        if (Files.notExists(table)) {
            return List.of();
        }
        var available = Files.readAllLines(table).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return available >= MEMORY_MB
                ? List.of()
                : List.of(new Lack(
                        "Memory: %d MB are available, the suite and its build want %d.".formatted(available, MEMORY_MB),
                        "End what you do not need; it is tried all the same.",
                        false));
    }

    private static List<Lack> disk(Path home) throws IOException {
        var there = home.toAbsolutePath();
        while (Files.notExists(there)) {
            there = Optional.ofNullable(there.getParent()).orElseThrow();
        }
        return disk(Files.getFileStore(there).getUsableSpace() / 1024 / 1024, there).stream()
                .toList();
    }

    /** What there is to say of a disk; without a tenth of what is wanted nothing is tried. */
    static Optional<Lack> disk(long free, Path there) {
        return free >= DISK_MB
                ? Optional.empty()
                : Optional.of(new Lack(
                        "Disk: %d MB are free at %s, %d are wanted.".formatted(free, there, DISK_MB),
                        "Make room, or keep the data elsewhere: SPARROW_HOME=/other/place ./sparrow up",
                        free < DISK_MB / 10));
    }

    private static List<Lack> openFiles() throws IOException {
        var shell = new ProcessBuilder("sh", "-c", "ulimit -Hn").start();
        var limit = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!limit.matches("\\d+") || Long.parseLong(limit) >= OPEN_FILES) {
            return List.of();
        }
        return List.of(new Lack(
                "Open files: a process may have %s, %d are wanted.".formatted(limit, OPEN_FILES),
                "Raise it in /etc/security/limits.conf (nofile) and log in again; for few people it is tried all the same.",
                false));
    }

    private static List<Lack> ports(Map<Integer, String> uses, Set<Long> ours) throws IOException {
        var lacks = new ArrayList<Lack>();
        for (var use : uses.entrySet()) {
            var port = use.getKey();
            if (PortHolder.isFree(port)) {
                continue;
            }
            var holder = PortHolder.of(port);
            if (holder.filter(one -> ours.contains(one.pid())).isPresent()) {
                continue;
            }
            lacks.add(taken(port, use.getValue(), holder));
        }
        return lacks;
    }

    /** What there is to say of a port that somebody else has. */
    static Lack taken(int port, String use, Optional<PortHolder> holder) {
        var who = holder.map(PortHolder::toString).orElse("a process of another user");
        return new Lack(
                "Port %d (%s) is taken by %s.".formatted(port, use, who),
                "End it, or move the block of ports: SPARROW_PORT=%d ./sparrow up".formatted(elsewhere(port)),
                true);
    }

    private static int elsewhere(int port) {
        var hundreds = port / 100 * 100;
        return hundreds < 50_000 ? hundreds + 10_000 : hundreds - 5_000;
    }

    private static Map<Integer, String> smallest(int base) {
        var uses = new TreeMap<Integer, String>();
        for (var i = 0; i < HOLDERS.length; i++) {
            if (!HOLDERS[i].isEmpty()) {
                uses.put(base + i, HOLDERS[i]);
            }
        }
        return uses;
    }

    /** From the script, from the source: home, first port, then our process numbers. Exit code 1 when something is lacking. */
    public static void main(String[] args) throws IOException {
        var ours = Stream.of(args).skip(2).map(Long::valueOf).collect(Collectors.toSet());
        var lacks = lacks(Path.of(args[0]), smallest(Integer.parseInt(args[1])), ours);
        lacks.forEach(lack -> System.out.println("  lacking  " + lack));
        System.exit(lacks.isEmpty() ? 0 : 1);
    }
}
