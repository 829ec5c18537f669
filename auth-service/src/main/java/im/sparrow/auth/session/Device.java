package im.sparrow.auth.session;

/**
 * The device a session is on, in its own words: trusted for nothing but display.
 *
 * @param id the client's own name of the device, 1 to 64 characters
 * @param name what people read in their list of sessions, at most 200 characters
 */
public record Device(String id, String name) {

    /** Characters of a device's id. */
    public static final int ID_MAX = 64;

    /** Characters of a device's name. */
    public static final int NAME_MAX = 200;
}
