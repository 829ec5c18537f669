package im.sparrow.auth.login;

import im.sparrow.auth.session.Device;
import im.sparrow.auth.session.SessionConfig;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which device a log-in is from, by what its client and its headers say. */
@Singleton
public class Browsers {

    private static final Pattern BROWSER = Pattern.compile("(Edg|Firefox|Chrome|Safari)/");
    private static final Pattern SYSTEM = Pattern.compile("Windows|Macintosh|Android|iPhone|iPad|Linux");

    private final SessionConfig config;

    Browsers(SessionConfig config) {
        this.config = config;
    }

    /** The device of a client that says what it is. @throws Refused {@code invalid_body} */
    public Device device(@Nullable String id, @Nullable String name, HttpHeaders headers) {
        List<FieldError> errors = Devices.errors(id, name);
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        String place = config.placeHeader().map(headers::getHeaderString).orElse(null);
        return Devices.of(id, name, headers.getHeaderString(HttpHeaders.USER_AGENT), place);
    }

    /** The device of a browser that cannot say it: an id that is none is passed over. */
    public Device device(@Nullable String id, HttpHeaders headers) {
        String known = Devices.errors(id, null).isEmpty() ? id : null;
        String agent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        return device(known, agent == null ? null : shortly(agent), headers);
    }

    private static @Nullable String shortly(String agent) {
        Matcher browser = BROWSER.matcher(agent);
        if (!browser.find()) {
            return null;
        }
        String name = browser.group(1).equals("Edg") ? "Edge" : browser.group(1);
        Matcher system = SYSTEM.matcher(agent);
        return system.find() ? name + " · " + system.group() : name;
    }
}
