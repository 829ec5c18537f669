package im.sparrow.message.command;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;

/** The headers of a command record, which only a verified token fills. */
final class CommandHeaders {

    private final org.apache.kafka.common.header.Headers headers;

    CommandHeaders(org.apache.kafka.common.header.Headers headers) {
        this.headers = headers;
    }

    boolean has(String name) {
        return headers.lastHeader(name) != null;
    }

    /** A header's text, empty when it is missing. */
    String text(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * Who gives the command.
     *
     * @throws IllegalArgumentException when one of the headers cannot be read
     */
    Author author() {
        return new Author(
                Id.of(text(Headers.USER)),
                Id.of(text(Headers.SESSION)),
                Long.parseLong(text(Headers.USER_VERSION)),
                Long.parseLong(text(Headers.ROLES_VERSION)),
                list(Headers.ROLES).map(Id::of).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(list(Headers.RIGHTS).toList()),
                has(Headers.UNTIL) ? Instant.ofEpochSecond(Long.parseLong(text(Headers.UNTIL))) : null);
    }

    private Stream<String> list(String name) {
        return Stream.of(text(name).split(",")).filter(part -> !part.isEmpty());
    }
}
