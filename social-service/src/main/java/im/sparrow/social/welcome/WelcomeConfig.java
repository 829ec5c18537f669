package im.sparrow.social.welcome;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Where new accounts begin. */
@ConfigMapping(prefix = "sparrow.welcome")
interface WelcomeConfig {

    /** Ids of groups that every new account is a member of, separated by commas; none unless set. */
    Optional<List<Long>> groups();

    /** Whether the oldest group that is open is one of them, as where one is there for all. */
    @WithDefault("false")
    boolean oldestGroup();
}
