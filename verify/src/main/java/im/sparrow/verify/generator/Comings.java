package im.sparrow.verify.generator;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** People leave groups and are added again, a little, while all talk. */
final class Comings implements Runnable {

    private static final long SHORTEST_PAUSE_MS = 1_500;
    private static final long LONGEST_PAUSE_MS = 4_000;

    private final List<Chat> groups;
    private final List<Person> people;
    private final SplittableRandom random;
    private final BooleanSupplier enough;

    Comings(List<Chat> groups, List<Person> people, SplittableRandom random, BooleanSupplier enough) {
        this.groups = groups;
        this.people = people;
        this.random = random;
        this.enough = enough;
    }

    @Override
    public void run() {
        try {
            while (!enough.getAsBoolean() && !groups.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
                Chat group = groups.get(random.nextInt(groups.size()));
                if (random.nextBoolean()) {
                    someone(group, true).ifPresent(person -> leave(group, person));
                } else {
                    someone(group, false).ifPresent(person -> come(group, person));
                }
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

    /** He still talks there for a moment: those words are refused. */
    private static void leave(Chat group, Person person) {
        Contacts.leave(group, person);
        person.devices().getFirst().say(group.conversationId(), "one word too late", false);
        group.members().remove(person);
    }

    private static void come(Chat group, Person person) {
        Contacts.add(group, person);
        group.members().add(person);
    }
}
