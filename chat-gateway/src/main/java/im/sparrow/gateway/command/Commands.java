package im.sparrow.gateway.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.cursor.CursorMove;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.message.Command;
import im.sparrow.gateway.command.Outgoing.Answer;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.CommandHeaders;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Puts what people ask into words of the log. Never blocks. */
@Singleton
public class Commands {

    private final CommandSender sender;
    private final ObjectWriter commands;
    private final ObjectWriter marks;

    Commands(CommandSender sender, ObjectMapper json) {
        this.sender = sender;
        this.commands = json.writerFor(Command.class);
        this.marks = json.writerFor(CursorMove.class);
    }

    /** The command of a send. */
    public static Command of(ClientFrame.Send send) {
        return new Command.Send(
                send.conversationId(),
                send.clientMsgId(),
                send.body(),
                send.replyTo(),
                send.mentions(),
                send.after(),
                send.readSeq());
    }

    /** The command of a recall. */
    public static Command of(ClientFrame.Recall recall) {
        return new Command.Recall(recall.conversationId(), recall.clientOpId(), recall.seq());
    }

    /**
     * Sends a command of a person.
     *
     * @param caller whose token is true now
     * @param acked runs when the broker has it
     * @param failed hears why it may not have been taken
     */
    public void send(Caller caller, Command command, Runnable acked, Consumer<Refused> failed) {
        var headers = CommandHeaders.of(caller, command.clientId());
        sender.send(new Outgoing(
                Topics.MESSAGE_COMMAND,
                command.conversationId().toString(),
                bytes(commands, command),
                headers,
                System.nanoTime(),
                answer(acked, failed)));
    }

    /** Sends a moved mark. */
    void send(CursorMove move, Runnable acked, Consumer<Refused> failed) {
        sender.send(new Outgoing(
                Topics.CURSOR,
                move.conversationId().toString(),
                bytes(marks, move),
                new RecordHeaders(),
                System.nanoTime(),
                answer(acked, failed)));
    }

    private static Answer answer(Runnable acked, Consumer<Refused> failed) {
        return new Answer() {
            @Override
            public void acked() {
                acked.run();
            }

            @Override
            public void failed(Refused why) {
                failed.accept(why);
            }
        };
    }

    private static byte[] bytes(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command of our own cannot be written", e);
        }
    }
}
