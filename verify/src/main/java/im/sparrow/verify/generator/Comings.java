package im.sparrow.verify.generator;

import im.sparrow.verify.client.Surroundings;
import im.sparrow.verify.history.Event;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * People leave groups, are removed and added again, while all talk. Who has gone still says a word there and looks through
 * every door that was his; so does who has just come. One of these has its groups for itself, so a person's comings and
 * goings in one group follow one another.
 */
final class Comings implements Runnable {

    private static final long SHORTEST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 700;
    private static final int SMALLEST_GROUP = 3;
    private static final int LARGEST_GROUP = 16;

    private final List<Chat> groups;
    private final List<Person> people;
    private final Surroundings around;
    private final SplittableRandom random;
    private final BooleanSupplier enough;

    Comings(
            List<Chat> groups,
            List<Person> people,
            Surroundings around,
            SplittableRandom random,
            BooleanSupplier enough) {
        this.groups = groups;
        this.people = people;
        this.around = around;
        this.random = random;
        this.enough = enough;
    }

    @Override
    public void run() {
        try {
            while (!enough.getAsBoolean() && !groups.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
                Chat group = groups.get(random.nextInt(groups.size()));
                int size = group.members().size();
                boolean comes = size <= SMALLEST_GROUP || (size < LARGEST_GROUP && random.nextBoolean());
                someone(group, !comes).ifPresent(person -> flip(group, person, comes));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Person> someone(Chat group, boolean in) {
        List<Person> fit = people.stream()
                .filter(person ->
                        !person.equals(group.owner()) && group.members().contains(person) == in)
                .toList();
        return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(random.nextInt(fit.size())));
    }

    private void flip(Chat group, Person person, boolean comes) {
        String conversation = group.conversationId();
        var history = around.history();
        history.add(new Event.FlipInvoked(history.now(), conversation, person.userId(), comes));
        if (comes) {
            Contacts.add(group, person);
            group.members().add(person);
        } else if (random.nextBoolean()) {
            Contacts.leave(group, person);
        } else {
            Contacts.remove(group, person);
        }
        history.add(new Event.FlipAcked(history.now(), conversation, person.userId(), comes));
        around.tally().flips.incrementAndGet();
        if (!comes) {
            person.devices().getFirst().say(conversation, "one word too late", false);
            group.members().remove(person);
        }
        Peek.through(person, conversation, history);
    }
}
