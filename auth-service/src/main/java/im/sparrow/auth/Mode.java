package im.sparrow.auth;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this is a trial on one machine ({@code SPARROW_MODE=local}) or a real installation, the default. */
@Singleton
public class Mode {

    private static final String LOCAL = "local";

    private final boolean local;

    Mode(@ConfigProperty(name = "sparrow.mode", defaultValue = "production") String mode) {
        this.local = LOCAL.equals(mode);
    }

    /** Whether demo accounts and cookies without TLS are all right. */
    public boolean local() {
        return local;
    }
}
