package im.sparrow.platform.copies;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** When copies are compared with their owners, and where those are. */
@ConfigMapping(prefix = "sparrow.copies")
public interface CopiesConfig {

    /** When, as a cron expression of six fields. */
    @WithDefault("0 0 4 * * ?")
    String at();

    /** How long after its start a service compares for the first time. */
    @WithDefault("5m")
    String afterStart();

    /** How long news may be on their way. */
    @WithDefault("3s")
    Duration travel();

    /** auth-service, the owner of accounts. */
    @WithDefault("${SPARROW_AUTH_URL:http://127.0.0.1:7802}")
    URI auth();

    /** social-service, the owner of memberships. */
    @WithDefault("${SPARROW_SOCIAL_URL:http://127.0.0.1:7803}")
    URI social();
}
