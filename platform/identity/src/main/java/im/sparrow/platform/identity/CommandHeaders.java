package im.sparrow.platform.identity;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Fills the headers of a person's command from his verified token. Whoever writes commands of people writes them through
 * this class, so nobody can put a right there that no token has said.
 */
public final class CommandHeaders {

    private CommandHeaders() {}

    /**
     * The headers of one command.
     *
     * @param caller from a token verified just now, or on a socket whose token is still true
     * @param clientId the maker's id of the command
     * @throws im.sparrow.platform.core.Refused {@code right_missing} when a service calls
     */
    public static RecordHeaders of(Caller caller, UUID clientId) {
        Caller.Person person = caller.asPerson();
        var headers = new RecordHeaders();
        add(headers, Headers.USER, person.userId().toString());
        add(headers, Headers.SESSION, person.sid().toString());
        add(headers, Headers.USER_VERSION, Long.toString(person.ver()));
        add(headers, Headers.ROLES_VERSION, Long.toString(person.rv()));
        add(headers, Headers.ROLES, person.roleIds().stream().map(Id::toString).collect(Collectors.joining(",")));
        add(headers, Headers.RIGHTS, String.join(",", caller.rights()));
        if (person.until() != null) {
            add(headers, Headers.UNTIL, Long.toString(person.until().getEpochSecond()));
        }
        add(headers, Headers.CLIENT_ID, clientId.toString());
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
