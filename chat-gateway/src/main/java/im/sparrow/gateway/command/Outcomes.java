package im.sparrow.gateway.command;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.gateway.room.LogEvent;
import im.sparrow.platform.core.Refused;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Commands that came over REST and have no outcome yet, by sender and client id. The gateway's own stream completes them.
 *
 * <p>Invariant: an id stays here until its outcome, until it is known that it was not sent, or for the time of
 * {@link CommandConfig#memory()}, also when nobody waits any more; who comes with it meanwhile joins.
 */
@Singleton
public class Outcomes {

    private final Map<Long, Map<String, Awaited>> waiting = new ConcurrentHashMap<>();
    private final int perUser;
    private final long memory;

    private record Awaited(Command command, CompletableFuture<LogEvent> outcome, long since) {}

    Outcomes(CommandConfig config) {
        this.perUser = config.unfinished();
        this.memory = config.memory().toNanos();
    }

    /**
     * A call's wait.
     *
     * @param outcome done with the record that says what became of the command, or failed with a {@link Refused}
     * @param first whether nobody waited for this id before, so that the command must be sent
     */
    record Wait(CompletableFuture<LogEvent> outcome, boolean first) {}

    /**
     * Waits for a command's outcome, alone or with those who wait already.
     *
     * @throws Refused {@code in_progress} when another command waits under this id, {@code busy} when too many do
     */
    Wait await(Id userId, Command command) {
        String id = command.clientId().toString();
        var mine = new Awaited(command, new CompletableFuture<>(), System.nanoTime());
        Awaited[] known = {mine};
        waiting.compute(userId.value(), (user, his) -> {
            Map<String, Awaited> awaited = his == null ? new HashMap<>() : his;
            Awaited before = awaited.get(id);
            if (before == null && awaited.size() >= perUser) {
                throw new Refused(Problem.BUSY, "Too many commands wait for their outcome; try again in a moment.");
            }
            known[0] = before == null ? mine : before;
            awaited.putIfAbsent(id, mine);
            return awaited;
        });
        if (!sameButTheAttempt(known[0].command(), command)) {
            throw new Refused(Problem.IN_PROGRESS, "Another command with this id has no outcome yet.");
        }
        return new Wait(known[0].outcome(), known[0] == mine);
    }

    /** {@code after} and {@code readSeq} are worked out anew at each attempt. */
    private static boolean sameButTheAttempt(Command one, Command other) {
        return bare(one).equals(bare(other));
    }

    private static Command bare(Command command) {
        return command instanceof Command.Send send
                ? new Command.Send(
                        send.conversationId(),
                        send.clientMsgId(),
                        send.body(),
                        send.replyTo(),
                        send.mentions(),
                        null,
                        null)
                : command;
    }

    /** Takes a record of the stream in. */
    public void heard(LogEvent event) {
        String id = event.clientId();
        if (id == null || waiting.isEmpty()) {
            return;
        }
        Awaited awaited = remove(event.sender(), id);
        if (awaited != null) {
            awaited.outcome().complete(event);
        }
    }

    /** The command was not sent: its id is free again. */
    void failed(Id userId, Command command, Refused why) {
        Awaited awaited = remove(userId.value(), command.clientId().toString());
        if (awaited != null) {
            awaited.outcome().completeExceptionally(why);
        }
    }

    private @Nullable Awaited remove(long userId, String id) {
        Awaited[] removed = new Awaited[1];
        waiting.computeIfPresent(userId, (user, his) -> {
            removed[0] = his.remove(id);
            return his.isEmpty() ? null : his;
        });
        return removed[0];
    }

    @Scheduled(every = "5s")
    void forget() {
        long now = System.nanoTime();
        waiting.keySet()
                .forEach(user -> waiting.computeIfPresent(user, (same, his) -> {
                    his.values().removeIf(awaited -> now - awaited.since() > memory);
                    return his.isEmpty() ? null : his;
                }));
    }
}
