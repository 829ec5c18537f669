package im.sparrow.verify.generator;

import im.sparrow.verify.client.Device;
import im.sparrow.verify.client.Session;
import im.sparrow.verify.client.Surroundings;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The people and conversations of one run, made over REST as anybody would make them. */
public final class Town implements AutoCloseable {

    /** Registrations at once: each costs the server an Argon2 hash. */
    private static final int AT_ONCE = 2;

    private static final Duration WELCOME = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int SMALLEST_GROUP = 3;
    private static final int LARGEST_GROUP = 12;
    private static final String PASSWORD = "a walk through the town";

    private final List<Person> people;
    private final List<Chat> chats;
    private final List<Outsider> outsiders;

    /**
     * Somebody who is in no conversation.
     *
     * @param userId as the server named him
     * @param session his log-in
     */
    record Outsider(String userId, Session session) {}

    private Town(List<Person> people, List<Chat> chats, List<Outsider> outsiders) {
        this.people = people;
        this.chats = chats;
        this.outsiders = outsiders;
    }

    /**
     * Builds a town and connects its devices.
     *
     * @param around of the run
     * @param name the beginning of every user name; unique on the installation
     * @param cast who takes part
     */
    public static Town build(Surroundings around, String name, Cast cast) {
        var random = new Random(around.seed());
        List<Person> people = all(range(cast.clients(), i -> () -> settle(around, name + "n" + i, cast.devices())));
        List<Chat> chats = all(plan(random, name, people, cast.conversations()).stream()
                .map(chat -> counted(chat, around))
                .toList());
        List<Outsider> outsiders = all(range(cast.strangers(), i -> () -> outsider(around, name + "s" + i)));
        chats.forEach(chat -> founded(chat, around));
        var town = new Town(people, chats, outsiders);
        town.devices().forEach(Device::start);
        town.awaitConnected(around);
        return town;
    }

    /** Nobody begins to talk before everybody was welcomed once; else the first blow would hit a half-empty town. */
    private void awaitConnected(Surroundings around) {
        long end = System.nanoTime() + WELCOME.toNanos();
        while (around.tally().connected.get() < devices().size()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(around.tally().connected + " of "
                        + devices().size() + " devices were welcomed within " + WELCOME.toSeconds() + " s");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static Person settle(Surroundings around, String username, int deviceCount) {
        Session session = Session.register(around.rest(), username, PASSWORD, Device.deviceId(1));
        String userId = session.get("/users/me").body().path("id").asText();
        var devices = new ArrayList<Device>();
        for (int number = 1; number <= deviceCount; number++) {
            Session own =
                    number == 1 ? session : Session.logIn(around.rest(), username, PASSWORD, Device.deviceId(number));
            devices.add(new Device(new DeviceName(userId, number), own, around));
        }
        around.tally().people.incrementAndGet();
        return new Person(userId, session, List.copyOf(devices));
    }

    private static Outsider outsider(Surroundings around, String username) {
        Session session = Session.register(around.rest(), username, PASSWORD, "stranger");
        return new Outsider(session.get("/users/me").body().path("id").asText(), session);
    }

    private static void founded(Chat chat, Surroundings around) {
        var history = around.history();
        for (Person member : chat.members()) {
            history.add(new Event.FlipAcked(history.now(), chat.conversationId(), member.userId(), true));
        }
    }

    private static Callable<Chat> counted(Callable<Chat> making, Surroundings around) {
        return () -> {
            Chat chat = making.call();
            around.tally().conversations.incrementAndGet();
            return chat;
        };
    }

    private static List<Callable<Chat>> plan(Random random, String name, List<Person> people, int conversations) {
        var plan = new ArrayList<Callable<Chat>>();
        var pairs = new HashSet<List<Integer>>();
        int possible = people.size() * (people.size() - 1) / 2;
        for (int i = 0; i < conversations; i++) {
            List<Person> drawn = new ArrayList<>(people);
            Collections.shuffle(drawn, random);
            if (i % 3 == 2 || pairs.size() == possible) {
                int most = Math.min(LARGEST_GROUP, people.size());
                int size = SMALLEST_GROUP + random.nextInt(most - SMALLEST_GROUP + 1);
                String title = name + " group " + i;
                plan.add(() -> Contacts.group(title, drawn.getFirst(), List.copyOf(drawn.subList(1, size))));
            } else if (pairs.add(pair(people, drawn))) {
                plan.add(() -> Contacts.befriend(drawn.get(0), drawn.get(1)));
            } else {
                i--;
            }
        }
        return plan;
    }

    private static List<Integer> pair(List<Person> people, List<Person> drawn) {
        int one = people.indexOf(drawn.get(0));
        int other = people.indexOf(drawn.get(1));
        return List.of(Math.min(one, other), Math.max(one, other));
    }

    private interface Numbered<T> {
        Callable<T> of(int number);
    }

    private static <T> List<Callable<T>> range(int count, Numbered<T> things) {
        var all = new ArrayList<Callable<T>>();
        for (int i = 0; i < count; i++) {
            all.add(things.of(i));
        }
        return all;
    }

    private static <T> List<T> all(List<Callable<T>> things) {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var done = new ArrayList<T>();
            for (Future<T> thing : pool.invokeAll(things)) {
                done.add(thing.get());
            }
            return List.copyOf(done);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the town could not be built: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Everybody. */
    public List<Person> people() {
        return people;
    }

    /** Every conversation. */
    public List<Chat> chats() {
        return chats;
    }

    /** The names of every conversation. */
    public Set<String> conversationIds() {
        return chats.stream().map(Chat::conversationId).collect(Collectors.toSet());
    }

    /** Who is in no conversation. */
    List<Outsider> outsiders() {
        return outsiders;
    }

    /** Every device of everybody. */
    public List<Device> devices() {
        return people.stream().flatMap(person -> person.devices().stream()).toList();
    }

    @Override
    public void close() {
        devices().forEach(Device::close);
    }
}
