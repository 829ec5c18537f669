package im.sparrow.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Starts a launcher of its own session, shows what it says until all is ready, and leaves it alone. */
final class Detached {
    private static final int PAUSE_MILLIS = 100;

    private final Place place;
    private final List<String> words;

    /** The words are the launcher's options. */
    Detached(Place place, List<String> words) {
        this.place = place;
        this.words = List.copyOf(words);
    }

    /** Comes back when the file is there, or the launcher has ended. */
    int start(Path awaited) throws IOException, InterruptedException {
        Files.deleteIfExists(awaited);
        var log = place.home().log(Place.LAUNCHER);
        Files.createDirectories(log.getParent());
        var from = Files.exists(log) ? Files.size(log) : 0;
        var launcher = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        launcher.getOutputStream().close();
        try (var said = new RandomAccessFile(log.toFile(), "r")) {
            said.seek(from);
            while (launcher.isAlive() && Files.notExists(awaited)) {
                copy(said);
                Thread.sleep(PAUSE_MILLIS);
            }
            Thread.sleep(PAUSE_MILLIS); // its last words
            copy(said);
        }
        return Files.exists(awaited) ? 0 : 1;
    }

    static boolean isTaken(Place place) throws IOException {
        try (var channel = FileChannel.open(place.home().lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-Dsparrow.root=" + System.getProperty("sparrow.root", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up"));
        command.addAll(words);
        return command;
    }

    private static void copy(RandomAccessFile said) throws IOException {
        var bytes = new byte[8192];
        for (var count = said.read(bytes); count > 0; count = said.read(bytes)) {
            System.out.write(bytes, 0, count);
        }
        System.out.flush();
    }
}
