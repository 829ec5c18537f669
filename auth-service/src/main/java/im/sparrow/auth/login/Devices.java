package im.sparrow.auth.login;

import im.sparrow.auth.session.Device;
import im.sparrow.platform.core.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which device a log-in is from, in the client's own words. */
final class Devices {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1," + Device.ID_MAX + "}");

    private Devices() {}

    static List<FieldError> errors(@Nullable String id, @Nullable String name) {
        List<FieldError> errors = new ArrayList<>();
        if (id != null && !ID.matcher(id).matches()) {
            errors.add(new FieldError("/deviceId", "is 1 to " + Device.ID_MAX + " letters, digits or _ . : -"));
        }
        if (name != null && name.length() > Device.NAME_MAX) {
            errors.add(new FieldError("/deviceName", "is at most " + Device.NAME_MAX + " characters"));
        }
        return errors;
    }

    /** The device; what is not said is made up, the name of the browser's own words. */
    static Device of(@Nullable String id, @Nullable String name, @Nullable String userAgent, @Nullable String place) {
        String shown = name != null && !name.isBlank() ? name : userAgent != null ? userAgent : "unknown";
        return new Device(
                id != null ? id : UUID.randomUUID().toString(),
                plain(shown, Device.NAME_MAX),
                place == null || place.isBlank() ? null : plain(place, Device.PLACE_MAX));
    }

    private static String plain(String text, int most) {
        String plain = text.replaceAll("\\p{C}", "").strip();
        return plain.length() > most ? plain.substring(0, most) : plain;
    }
}
