package im.sparrow.auth.session;

import org.jspecify.annotations.Nullable;

/**
 * The device a session is on, in its own words: trusted for nothing but display.
 *
 * @param id the client's own name of the device, 1 to 64 characters
 * @param name what people read in their list of sessions, at most 200 characters
 * @param place where it is, coarsely, if the proxy in front says so; at most 64 characters
 */
public record Device(String id, String name, @Nullable String place) {

    /** Characters of a place. */
    public static final int PLACE_MAX = 64;

    /** Characters of a device's id. */
    public static final int ID_MAX = 64;

    /** Characters of a device's name. */
    public static final int NAME_MAX = 200;
}
