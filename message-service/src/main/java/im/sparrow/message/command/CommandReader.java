package im.sparrow.message.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.frame.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Turns one record of the command topic into an entry, or says why it can never be one. */
public final class CommandReader {

    private static final ObjectReader COMMAND = Json.MAPPER.readerFor(Command.class);

    /** A person's command is one socket frame, encoded again. */
    private static final int PERSON_BYTES = 2 * Bounds.FRAME_BYTES;

    private CommandReader() {}

    /** What a record is. */
    public sealed interface Reading {}

    /** Worth deciding. */
    public record Readable(Entry entry) implements Reading {}

    /** Nobody can be told: for the dead letters. */
    public record Dead(Problem reason) implements Reading {}

    /** A kind of command from a newer version: passed over, since its maker's newer gateway will send it again. */
    public record Newer() implements Reading {}

    /** Reads a record; never throws. */
    public static Reading read(ConsumerRecord<String, byte[]> written) {
        var headers = new CommandHeaders(written.headers());
        try {
            Id key = Id.of(written.key() == null ? "" : written.key());
            Author author = headers.has(Headers.USER) ? headers.author() : null;
            return read(written, key, author, headers);
        } catch (RuntimeException unreadable) {
            // Whatever a record holds, it must not end the writer's thread: it would be read again for ever.
            return new Dead(Problem.MALFORMED);
        }
    }

    private static Reading read(
            ConsumerRecord<String, byte[]> written, Id key, @Nullable Author author, CommandHeaders headers) {
        byte[] value = written.value();
        if (value == null) {
            return poison(written, key, author, headers, No.of(Problem.MALFORMED));
        }
        if (author != null && value.length > PERSON_BYTES) {
            return poison(written, key, author, headers, No.of(Problem.TOO_LARGE));
        }
        try {
            @Nullable Command command = COMMAND.readValue(value);
            if (command == null) {
                return poison(written, key, author, headers, No.of(Problem.MALFORMED));
            }
            Optional<No> lack = Whole.lack(command, key);
            return lack.isPresent()
                    ? poison(written, key, author, headers, lack.get())
                    : new Readable(entry(written, key, asked(author, command)));
        } catch (InvalidTypeIdException unknown) {
            return unknown.getBaseType().hasRawClass(Command.class)
                    ? new Newer()
                    : poison(written, key, author, headers, No.of(Problem.UNKNOWN_TYPE));
        } catch (JsonProcessingException unreadable) {
            return poison(written, key, author, headers, No.of(Problem.MALFORMED));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Entry.Asked asked(@Nullable Author author, Command command) {
        return author == null ? new Entry.ByService(command) : new Entry.ByPerson(author, command);
    }

    private static Reading poison(
            ConsumerRecord<String, byte[]> written, Id key, @Nullable Author author, CommandHeaders headers, No no) {
        if (author == null) {
            return new Dead(no.problem());
        }
        UUID clientId = UUID.fromString(headers.text(Headers.CLIENT_ID));
        return new Readable(entry(written, key, new Entry.Poison(author, clientId, no)));
    }

    private static Entry entry(ConsumerRecord<String, byte[]> written, Id key, Entry.Asked asked) {
        return new Entry(written.offset(), key, Instant.ofEpochMilli(written.timestamp()), asked);
    }
}
