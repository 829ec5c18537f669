package im.sparrow.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of one part's log, or a few lines of each; and goes on when asked to follow. */
@Command(name = "logs")
final class LogsCommand implements Callable<Integer> {
    private static final int PAUSE_MILLIS = 200;

    private final Place place = new Place();

    @Parameters(arity = "0..1", defaultValue = "")
    private String part = "";

    @Option(names = {"-f", "--follow"})
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "0")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var names = names();
        var count = lines > 0 ? lines : names.size() == 1 ? 200 : 10;
        for (var name : names) {
            var log = place.home().log(name);
            if (names.size() > 1) {
                System.out.println("── " + name + " ── " + log);
            }
            Tail.of(log, count).forEach(System.out::println);
        }
        if (follow) {
            follow(names);
        }
        return 0;
    }

    private List<String> names() throws IOException {
        if (part.isEmpty()) {
            return Stream.concat(Stream.of(Place.LAUNCHER), place.parts().stream())
                    .toList();
        }
        return List.of(part.equals(Place.LAUNCHER) ? part : place.part(part));
    }

    private void follow(List<String> names) throws IOException, InterruptedException {
        var files = new ArrayList<RandomAccessFile>();
        for (var name : names) {
            var log = place.home().log(name);
            if (Files.exists(log)) {
                var file = new RandomAccessFile(log.toFile(), "r");
                file.seek(file.length());
                files.add(file);
            }
        }
        var bytes = new byte[8192];
        while (!Thread.interrupted()) {
            for (var file : files) {
                for (var count = file.read(bytes); count > 0; count = file.read(bytes)) {
                    System.out.write(bytes, 0, count);
                }
            }
            System.out.flush();
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
