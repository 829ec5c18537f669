package im.sparrow.verify.generator;

import im.sparrow.verify.client.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Lets the town talk. */
public final class Generator {

    private Generator() {}

    /** How many see to comings and goings at once. */
    private static final int COMINGS = 2;

    /** Between two doors that strangers try, of all together. */
    private static final long PAUSE_MS = 150;

    /**
     * Talks until there is enough.
     *
     * @param town who
     * @param around of the run
     * @param rate words a second, of all together
     * @param enough when to stop
     */
    public static void talk(Town town, Surroundings around, double rate, BooleanSupplier enough)
            throws InterruptedException {
        var random = new SplittableRandom(around.seed());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var going = new ArrayList<Future<?>>();
            actors(town, around, rate, random, enough).forEach(actor -> going.add(threads.submit(actor)));
            for (Future<?> each : going) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the generator broke: " + e.getCause(), e);
        }
    }

    private static List<Runnable> actors(
            Town town, Surroundings around, double rate, SplittableRandom random, BooleanSupplier enough) {
        var actors = new ArrayList<Runnable>();
        for (Person person : town.people()) {
            double share = rate / town.people().size();
            actors.add(new Talk(person, town.chats(), random.split(), share, enough));
        }
        List<Chat> groups =
                town.chats().stream().filter(chat -> chat.groupId() != null).toList();
        for (int i = 0; i < COMINGS; i++) {
            int number = i;
            List<Chat> own = IntStream.range(0, groups.size())
                    .filter(index -> index % COMINGS == number)
                    .mapToObj(groups::get)
                    .toList();
            actors.add(new Comings(own, town.people(), around, random.split(), enough));
        }
        List<Town.Outsider> outsiders = town.outsiders();
        for (int i = 0; i < outsiders.size(); i++) {
            long pause = PAUSE_MS * outsiders.size();
            actors.add(new Stranger(outsiders.get(i), i, around, town.chats(), random.split(), pause, enough));
        }
        actors.add(new Exile(town, around, random.split(), enough));
        return actors;
    }
}
