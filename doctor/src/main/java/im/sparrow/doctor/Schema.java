package im.sparrow.doctor;

import java.util.Locale;

/** The databases of an installation, one a service that keeps something. */
enum Schema {
    AUTH,
    SOCIAL,
    MESSAGE;

    /** Its word in settings. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
