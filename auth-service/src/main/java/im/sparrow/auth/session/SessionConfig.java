package im.sparrow.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How long sessions live and how many an account may have. */
@ConfigMapping(prefix = "sparrow.session")
public interface SessionConfig {

    /** How long a session lives without a refresh. */
    @WithDefault("30D")
    Duration idle();

    /** How long a session lives at most. */
    @WithDefault("180D")
    Duration life();

    /** For how long a used refresh token is answered with its successor. */
    @WithDefault("20S")
    Duration grace();

    /** Open sessions of one account; opening one more ends the oldest. */
    @WithDefault("50")
    @Min(1)
    @Max(200)
    int perAccount();

    /** How long an ended session is remembered. */
    @WithDefault("30D")
    Duration remembered();

    /** The header in which a proxy of one's own says from where, coarsely, a request comes; clients can forge any other. */
    Optional<String> placeHeader();
}
