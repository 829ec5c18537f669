package im.sparrow.e2e.suite;

import im.sparrow.local.part.Mark;
import im.sparrow.local.suite.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What a run that was killed has left: its processes, by their pid files, and its data. */
final class Leftovers {

    private Leftovers() {}

    /** Ends the processes and deletes the data, so that every run begins with an empty suite. */
    static void remove(Home home) throws IOException {
        for (var file : filesOf(home.run())) {
            Mark.read(file).flatMap(Mark::process).ifPresent(Leftovers::end);
        }
        for (var folder : List.of(home.data(), home.run(), home.folder().resolve("logs"))) {
            delete(folder);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
