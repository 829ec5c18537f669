package im.sparrow.verify.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Lets the town talk. */
public final class Generator {

    private Generator() {}

    /**
     * Talks until there is enough.
     *
     * @param town who
     * @param seed of everyone's dice
     * @param rate words a second, of all together
     * @param enough when to stop
     */
    public static void talk(Town town, long seed, double rate, BooleanSupplier enough) throws InterruptedException {
        var random = new SplittableRandom(seed);
        List<Chat> groups =
                town.chats().stream().filter(chat -> chat.groupId() != null).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var going = new ArrayList<Future<?>>();
            for (Person person : town.people()) {
                double share = rate / town.people().size();
                going.add(threads.submit(new Talk(person, town.chats(), random.split(), share, enough)));
            }
            going.add(threads.submit(new Comings(groups, town.people(), random.split(), enough)));
            for (Future<?> each : going) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the generator broke: " + e.getCause(), e);
        }
    }
}
