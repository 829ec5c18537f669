package im.sparrow.gateway.socket;

import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.contracts.message.Command;
import im.sparrow.gateway.command.CommandConfig;
import im.sparrow.gateway.command.Commands;
import im.sparrow.gateway.command.Marks;
import im.sparrow.gateway.frame.Reading.CommandId;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.limit.Budgets;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.RevocationList;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands and marks of a socket, on their way to the log. */
@Singleton
class Sends {

    private static final Refused AWAY =
            new Refused(Problem.UNAVAILABLE, "Not taken yet; send the same again with the same id.");
    private static final Refused TOO_MANY =
            new Refused(Problem.BUSY, "Too many commands are on their way; send the same again in a moment.");
    private static final Refused STALE =
            new Refused(Problem.TOKEN_STALE, "The token is no longer true; send auth with a fresh one, then the same.");
    private static final Refused EXPIRED =
            new Refused(Problem.TOKEN_EXPIRED, "The token's time is over; send auth with a fresh one, then the same.");
    private static final Refused LEAVING =
            new Refused(Problem.UNAVAILABLE, "This gateway is going away; send the same again after you are back.");

    private final Commands commands;
    private final Marks marks;
    private final Budgets budgets;
    private final RevocationList revocations;
    private final CommandConfig config;
    private final InstantSource time;

    Sends(
            Commands commands,
            Marks marks,
            Budgets budgets,
            RevocationList revocations,
            CommandConfig config,
            InstantSource time) {
        this.commands = commands;
        this.marks = marks;
        this.budgets = budgets;
        this.revocations = revocations;
        this.config = config;
        this.time = time;
    }

    /** The id under which a frame can be nacked; null when it cannot. */
    static @Nullable CommandId idOf(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Send send -> CommandId.message(send.clientMsgId());
            case ClientFrame.Recall recall -> CommandId.operation(recall.clientOpId());
            default -> null;
        };
    }

    /** Sends a command on, or says why not. */
    void command(Connection connection, State.Live live, ClientFrame frame, Command command) {
        Caller caller = live.caller();
        var refusal = budgets.command(caller.userId());
        if (refusal.isPresent()) {
            refuse(connection, frame, refusal.get().why());
            if (refusal.get().flood()) {
                connection.close(CloseCode.FLOOD);
            }
            return;
        }
        Optional<Refused> untrue = untrue(caller);
        if (untrue.isPresent()) {
            refuse(connection, frame, untrue.get());
            return;
        }
        if (connection.unfinished() >= config.unfinished()) {
            refuse(connection, frame, TOO_MANY);
            return;
        }
        CommandId id = frame instanceof ClientFrame.Send
                ? CommandId.message(command.clientId())
                : CommandId.operation(command.clientId());
        var unfinished = new Unfinished(id, frame.ref(), time.millis());
        connection.begin(unfinished);
        commands.send(caller, command, unfinished::end, why -> failed(connection, unfinished, why));
    }

    private static void failed(Connection connection, Unfinished command, Refused why) {
        connection.execute(() -> {
            if (command.end()) {
                connection.send(ServerFrame.Nack.of(why, command.id(), command.ref()));
            }
        });
    }

    /** Tells the makers of commands that nobody acknowledged since then, epoch milliseconds. */
    void giveUp(Connection connection, long before) {
        connection.giveUp(before, command -> connection.send(ServerFrame.Nack.of(AWAY, command.id(), command.ref())));
    }

    /** Moves marks. */
    void cursor(Connection connection, State.Live live, ClientFrame.Cursor cursor) {
        Optional<Refused> untrue = untrue(live.caller());
        if (untrue.isPresent()) {
            refuse(connection, cursor, untrue.get());
            return;
        }
        var taken = marks.move(live.caller().userId(), cursor);
        if (taken.isCompletedExceptionally()) {
            refuse(connection, cursor, TOO_MANY);
        }
    }

    /** What comes after the bye. */
    void refuse(Connection connection, ClientFrame frame) {
        refuse(connection, frame, LEAVING);
    }

    private static void refuse(Connection connection, ClientFrame frame, Refused why) {
        CommandId id = idOf(frame);
        connection.send(
                id == null ? ServerFrame.Error.of(why, frame.ref()) : ServerFrame.Nack.of(why, id, frame.ref()));
    }

    /** Why a caller's token is no longer true. */
    Optional<Refused> untrue(Caller caller) {
        if (revocations.stale(caller.asPerson())) {
            return Optional.of(STALE);
        }
        return time.instant().isAfter(caller.expiresAt()) ? Optional.of(EXPIRED) : Optional.empty();
    }
}
