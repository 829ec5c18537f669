package im.sparrow.auth.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Who may register. */
@ConfigMapping(prefix = "sparrow.registration")
public interface RegistrationConfig {

    /** {@code open}, {@code invitation}, {@code approval} or {@code closed}. */
    @WithDefault("open")
    Mode mode();

    /** How long an invitation is good unless it says otherwise. */
    @WithDefault("7D")
    Duration invitationLife();

    /** People who may wait for approval at once; who comes after them is told to come again. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int waiting();

    /** Who may register. */
    enum Mode {
        /** Anybody. */
        OPEN,
        /** Whoever has an invitation's code. */
        INVITATION,
        /** Anybody, and then an administrator decides. */
        APPROVAL,
        /** Nobody; administrators make accounts by other ways. */
        CLOSED
    }
}
