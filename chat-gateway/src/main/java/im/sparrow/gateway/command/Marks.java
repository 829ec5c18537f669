package im.sparrow.gateway.command;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.cursor.CursorMove;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.platform.core.Refused;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Marks on their way to the log, at most one a user, conversation and {@link #PAUSE}: a person scrolling moves his mark
 * with every message, and only the last one matters.
 */
@Singleton
public class Marks {

    /** How long marks are gathered. */
    static final Duration PAUSE = Duration.ofMillis(500);

    /** Marks gathered at once; beyond it a move is refused, and the client repeats it with its next hello. */
    static final int MAX = 50_000;

    private final Commands commands;
    private final Map<Key, Gathered> gathered = new ConcurrentHashMap<>();
    private @Nullable Thread thread;

    private record Key(Id userId, Id conversationId) {}

    private record Gathered(@Nullable Long read, @Nullable Long delivered, CompletableFuture<Void> taken) {}

    Marks(Commands commands) {
        this.commands = commands;
    }

    void start(@Observes StartupEvent starting) {
        thread = Thread.ofVirtual().name("marks").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (thread != null) {
            thread.interrupt();
        }
        send();
    }

    /**
     * Moves a user's marks; never blocks.
     *
     * @return done when the broker has it, or failed with a {@link Refused}
     */
    public CompletableFuture<Void> move(Id userId, ClientFrame.Cursor cursor) {
        if (gathered.size() >= MAX) {
            return CompletableFuture.failedFuture(
                    new Refused(Problem.BUSY, "Too many marks at once; send it again in a moment."));
        }
        var key = new Key(userId, cursor.conversationId());
        var first = new Gathered(cursor.readSeq(), cursor.deliveredSeq(), new CompletableFuture<>());
        return gathered.merge(key, first, Marks::further).taken();
    }

    private static Gathered further(Gathered before, Gathered now) {
        return new Gathered(
                further(before.read(), now.read()), further(before.delivered(), now.delivered()), before.taken());
    }

    private static @Nullable Long further(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                send();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        for (Key key : List.copyOf(gathered.keySet())) {
            Gathered last = gathered.remove(key);
            if (last != null) {
                var move = new CursorMove(key.conversationId(), key.userId(), last.read(), last.delivered());
                commands.send(
                        move,
                        () -> last.taken().complete(null),
                        why -> last.taken().completeExceptionally(why));
            }
        }
    }
}
