package im.sparrow.verify.generator;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.verify.client.Session;
import im.sparrow.verify.client.Surroundings;
import im.sparrow.verify.client.Visitor;
import im.sparrow.verify.history.Event;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Somebody who is in none of the conversations, and tries all their doors in turn until the run has enough. */
final class Stranger implements Runnable {

    private final String userId;
    private final Session session;
    private final int number;
    private final Surroundings around;
    private final List<Chat> chats;
    private final SplittableRandom random;
    private final long pauseMs;
    private final BooleanSupplier enough;
    private @Nullable Visitor visitor;

    /**
     * A stranger.
     *
     * @param who has a log-in
     * @param number from 0; he begins with another door than others, and goes to another gateway
     * @param pauseMs between two doors
     */
    Stranger(
            Town.Outsider who,
            int number,
            Surroundings around,
            List<Chat> chats,
            SplittableRandom random,
            long pauseMs,
            BooleanSupplier enough) {
        this.userId = who.userId();
        this.session = who.session();
        this.number = number;
        this.around = around;
        this.chats = chats;
        this.random = random;
        this.pauseMs = pauseMs;
        this.enough = enough;
    }

    String userId() {
        return userId;
    }

    Session session() {
        return session;
    }

    /** His connection; null while none comes about. */
    @Nullable
    Visitor visitor() {
        Visitor here = visitor;
        if (here == null || !here.isOpen()) {
            here = Visitor.open(session, "stranger", number, this::overheard).orElse(null);
            visitor = here;
        }
        return here;
    }

    @Override
    public void run() {
        try {
            for (int turn = number * 5; !enough.getAsBoolean(); turn++) {
                TimeUnit.MILLISECONDS.sleep(random.nextLong(pauseMs / 2, pauseMs * 3 / 2));
                attempt(Door.ALL.get(turn % Door.ALL.size()), chats.get(random.nextInt(chats.size())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (visitor != null) {
                visitor.close();
            }
        }
    }

    /** The door of a conversation that is there, then the same door of one that is not. */
    private void attempt(Door door, Chat chat) {
        String group = chat.groupId() == null ? chat.conversationId() : chat.groupId();
        String absent = absent(chat.conversationId());
        Optional<String> foreign = door.answer(this, chat.conversationId(), group);
        Optional<String> none = door.answer(this, absent, absent(group));
        if (foreign.isPresent() && none.isPresent()) {
            around.tally().tries.incrementAndGet();
            around.history()
                    .add(new Event.Tried(
                            around.history().now(),
                            userId,
                            chat.conversationId(),
                            door.name(),
                            foreign.get(),
                            none.get()));
        }
    }

    /** An id as the server makes them, which it has not made. */
    private String absent(String id) {
        return Long.toString(Long.parseLong(id) ^ random.nextLong(1, 1 << 22));
    }

    private void overheard(JsonNode frame) {
        String kind = frame.path("t").asText();
        String conversation = frame.path("conversationId").asText("");
        if (!conversation.isEmpty() && !kind.equals("nack") && !kind.equals("error")) {
            around.history().add(new Event.Overheard(around.history().now(), userId, conversation, kind));
        }
    }
}
