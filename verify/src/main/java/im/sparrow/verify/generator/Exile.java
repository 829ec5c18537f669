package im.sparrow.verify.generator;

import im.sparrow.verify.client.Answer;
import im.sparrow.verify.client.Json;
import im.sparrow.verify.client.Rest;
import im.sparrow.verify.client.Session;
import im.sparrow.verify.client.Surroundings;
import im.sparrow.verify.client.Visitor;
import im.sparrow.verify.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Now and then somebody logs in on one device more, ends that session from his other one, and goes on using it. */
final class Exile implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MS = 100;
    private static final long SHORTEST_PAUSE_MS = 2_000;
    private static final long LONGEST_PAUSE_MS = 20_000;
    private static final int UNAUTHORIZED = 401;

    private final Town town;
    private final Surroundings around;
    private final SplittableRandom random;
    private final BooleanSupplier enough;

    Exile(Town town, Surroundings around, SplittableRandom random, BooleanSupplier enough) {
        this.town = town;
        this.around = around;
        this.random = random;
        this.enough = enough;
    }

    @Override
    public void run() {
        try {
            for (int number = 100; !enough.getAsBoolean(); number++) {
                TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
                List<Person> people = town.people();
                round(people.get(random.nextInt(people.size())), number);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Person person, int number) throws InterruptedException {
        Session more = person.session().another("exile-" + number);
        String token = more.token();
        Optional<Visitor> opened = Visitor.open(more, "exile-" + number, number, frame -> {});
        if (opened.isEmpty()) {
            return;
        }
        try (Visitor visitor = opened.get()) {
            if (person.session()
                    .delete("/users/me/sessions/" + visitor.sessionId())
                    .ok()) {
                long ended = System.nanoTime();
                socket(person, visitor, ended);
                read(person, token, ended);
                say(person, token, ended);
            }
        }
    }

    private void socket(Person person, Visitor visitor, long ended) {
        Optional<Integer> code = visitor.end(PATIENCE);
        write(person, "socket", code.map(it -> "closed " + it).orElse("open"), code.isPresent(), ended);
    }

    private void read(Person person, String token, long ended) throws InterruptedException {
        Answer answer;
        do {
            answer = person.session().rest().once("GET", "/conversations", token, null);
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        } while (answer.status() != UNAUTHORIZED && System.nanoTime() - ended < PATIENCE.toNanos());
        write(person, "read", answer.status() + " " + answer.code(), answer.status() == UNAUTHORIZED, ended);
    }

    /** By now everybody refuses the session; what is stored all the same was never said by a device. */
    private void say(Person person, String token, long ended) {
        Optional<Chat> chat = town.chats().stream()
                .filter(each -> each.members().contains(person))
                .findFirst();
        if (chat.isPresent()) {
            Rest rest = person.session().rest();
            var body = Json.object().put("type", "text");
            body.putObject("body").put("text", "from nowhere");
            String path = "/conversations/" + chat.get().conversationId() + "/messages";
            Answer answer = rest.once("POST", path, token, body);
            write(person, "send", answer.status() + " " + answer.code(), answer.status() == UNAUTHORIZED, ended);
        }
    }

    private void write(Person person, String door, String answer, boolean refused, long ended) {
        long after = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended);
        around.history().add(new Event.Exiled(around.history().now(), person.userId(), door, answer, refused, after));
    }
}
