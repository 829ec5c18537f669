package im.sparrow.gateway.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.message.Command;
import im.sparrow.gateway.room.LogEvent;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a command and waits for what became of it. Blocks its caller, a virtual thread. */
@Singleton
class RestCommands {

    private final Commands commands;
    private final Outcomes outcomes;
    private final Marks marks;
    private final ObjectMapper json;
    private final Duration patience;

    RestCommands(Commands commands, Outcomes outcomes, Marks marks, ObjectMapper json, CommandConfig config) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.marks = marks;
        this.json = json;
        this.patience = config.patience();
    }

    /**
     * The outcome's frame without its name.
     *
     * @throws Refused what the log refuses, or {@code unavailable} when there is no outcome yet
     */
    JsonNode perform(Caller caller, Command command) {
        Outcomes.Wait wait = outcomes.await(caller.userId(), command);
        if (wait.first()) {
            commands.send(caller, command, () -> {}, why -> outcomes.failed(caller.userId(), command, why));
        }
        return result(await(wait.outcome()));
    }

    /**
     * Moves marks; returns when the broker has it.
     *
     * @throws Refused {@code unavailable} when it does not take it in time
     */
    void move(Caller caller, ClientFrame.Cursor cursor) {
        await(marks.move(caller.userId(), cursor));
    }

    private <T> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refused(
                    Problem.UNAVAILABLE, "There is no outcome yet; repeat the same call with the same key to hear it.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.UNAVAILABLE, "This gateway is being stopped; repeat the same call.");
        }
    }

    private JsonNode result(LogEvent event) {
        JsonNode frame;
        try {
            frame = json.readTree(event.frame());
        } catch (IOException e) {
            throw new UncheckedIOException("the log's frame cannot be read", e);
        }
        if (event.kind() == LogEvent.Kind.NACK) {
            throw refusal(frame);
        }
        return frame instanceof ObjectNode object ? object.without("t") : frame;
    }

    private static Refused refusal(JsonNode nack) {
        Refused refused = new Refused(
                Problem.ofCode(nack.path("code").asText()), nack.path("detail").asText("This is refused."));
        if (nack.hasNonNull("until")) {
            refused = refused.until(Instant.parse(nack.get("until").asText()));
        }
        return nack.hasNonNull("retryAfterMs")
                ? refused.retryAfter(Duration.ofMillis(nack.get("retryAfterMs").asLong()))
                : refused;
    }
}
