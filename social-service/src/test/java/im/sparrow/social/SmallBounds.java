package im.sparrow.social;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Bounds so small that a test can reach them. */
public final class SmallBounds implements QuarkusTestResourceLifecycleManager {

    /** Requests of one user that may wait. */
    public static final int PENDING = 5;

    /** Groups that one user may be in. */
    public static final int GROUPS = 12;

    /** Members that a group may have. */
    public static final int MEMBERS = 510;

    @Override
    public Map<String, String> start() {
        return Map.of(
                // A busy machine is no reason for 202.
                "sparrow.social.broker-patience", "20s",
                "sparrow.social.pending-requests", Integer.toString(PENDING),
                "sparrow.social.groups", Integer.toString(GROUPS),
                "sparrow.social.group-members", Integer.toString(MEMBERS),
                "sparrow.social.friends", "60",
                "sparrow.outbox.tick", "200ms",
                "quarkus.datasource.jdbc.additional-jdbc-properties.queryInterceptors", Statements.class.getName());
    }

    /** Nothing was started. */
    @Override
    public void stop() {}
}
