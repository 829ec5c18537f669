package im.sparrow.local.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who listens on a port: from {@code /proc} on Linux, else from {@code lsof}.
 *
 * @param pid the process
 * @param command its command line, shortened
 */
public record PortHolder(long pid, String command) {
    private static final int LONGEST_COMMAND = 100;
    private static final String LISTEN = "0A";

    @Override
    public String toString() {
        return "process " + pid + " (" + command + ")";
    }

    /** Whether nobody listens there. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Who listens there; empty when nobody does, or when this user may not know. */
    public static Optional<PortHolder> of(int port) throws IOException {
        return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
    }

    private static Optional<PortHolder> fromProc(int port) throws IOException {
        var links = new HashSet<String>();
        for (var table : List.of("tcp", "tcp6")) {
            var file = Path.of("/proc/net", table);
            if (Files.exists(file)) {
                links.addAll(listening(Files.readAllLines(file), port));
            }
        }
        if (links.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                if (holdsOne(process.resolve("fd"), links)) {
                    return Optional.of(
                            new PortHolder(Long.parseLong(process.getFileName().toString()), command(process)));
                }
            }
        }
        return Optional.empty();
    }

    /** The sockets, as {@code socket:[12345]}, that listen on the port, by the lines of {@code /proc/net/tcp}. */
    static Set<String> listening(List<String> lines, int port) {
        var links = new HashSet<String>();
        var suffix = ":%04X".formatted(port);
        for (var line : lines) {
            var words = line.strip().split("\\s+");
            if (words.length > 9 && words[1].endsWith(suffix) && words[3].equals(LISTEN)) {
                links.add("socket:[" + words[9] + "]");
            }
        }
        return links;
    }

    private static boolean holdsOne(Path folder, Set<String> links) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (links.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (AccessDeniedException | NoSuchFileException e) {
            return false; // another user's, or gone meanwhile
        }
        return false;
    }

    private static String command(Path process) {
        try {
            var line = Files.readString(process.resolve("cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return line.length() > LONGEST_COMMAND ? line.substring(0, LONGEST_COMMAND) + "…" : line;
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static Optional<PortHolder> fromLsof(int port) throws IOException {
        var lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reader = lsof.inputReader(StandardCharsets.UTF_8)) {
            var pid = reader.readLine();
            var command = reader.readLine();
            return pid == null || command == null
                    ? Optional.empty()
                    : Optional.of(new PortHolder(Long.parseLong(pid.substring(1)), command.substring(1)));
        }
    }
}
