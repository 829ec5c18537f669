package im.sparrow.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends the demo texts, once per installation. */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 500;
    private static final String OWNER = "user";

    private final String door;
    private final Path mark;

    /**
     * The demo of one installation.
     *
     * @param door the gateway, as {@code http://127.0.0.1:7800}
     * @param mark a file that is there when the texts have been sent
     */
    public Demo(String door, Path mark) {
        this.door = door;
        this.mark = mark;
    }

    /**
     * Sends what has not been sent; waits at most 90 s until the seeded conversations are there. After a failure the
     * next start tries again, and no text is doubled.
     *
     * @return how many texts were sent
     */
    public int send() throws IOException, InterruptedException {
        if (Files.exists(mark)) {
            return 0;
        }
        var people = new HashMap<String, DemoPerson>();
        var owner = DemoPerson.logIn(door, OWNER);
        people.put(OWNER, owner);
        var places = places(owner);
        for (var line : DemoText.ALL) {
            var author = people.get(line.author());
            if (author == null) {
                author = DemoPerson.logIn(door, line.author());
                people.put(line.author(), author);
            }
            author.say(places.getOrDefault(line.place(), ""), line);
        }
        Files.createFile(mark);
        return DemoText.ALL.size();
    }

    // Accounts, friendships and groups come one after the other over the broker at the first start.
    private static Map<String, String> places(DemoPerson owner) throws IOException, InterruptedException {
        var wanted = DemoText.ALL.stream().map(DemoText::place).collect(Collectors.toSet());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = owner.conversations();
        while (!found.keySet().containsAll(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the conversations of the demo are not there");
            }
            Thread.sleep(PAUSE_MILLIS);
            found = owner.conversations();
        }
        return found;
    }
}
