package im.sparrow.auth.audit;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.audit.AuditRecord;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.Me;
import im.sparrow.platform.outbox.Outbox;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what the caller of this request has done, in the current transaction. Only while a request is being served. */
@Singleton
public class Audit {

    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource time;
    private final Me me;
    private final CurrentVertxRequest request;

    Audit(Outbox outbox, Ids ids, InstantSource time, Me me, CurrentVertxRequest request) {
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
        this.me = me;
        this.request = request;
    }

    /** Something done to an account. */
    public void say(Deed deed, Id account) {
        say(deed, "account:" + account, Map.of());
    }

    /** Something done to an account, with ids and numbers that belong to it. */
    public void say(Deed deed, Id account, Map<String, String> about) {
        say(deed, "account:" + account, about);
    }

    /**
     * Something done.
     *
     * @param subject a kind and an id, as {@link AuditRecord#subject()} says
     * @param about ids and numbers, never a secret and never what somebody wrote
     */
    public void say(Deed deed, String subject, Map<String, String> about) {
        Id id = ids.next();
        var at = time.instant().truncatedTo(ChronoUnit.MICROS);
        var said = new AuditRecord(id, at, actor(me.caller()), deed.word(), subject, about, address());
        outbox.say(id, Topics.AUDIT, id.toString(), 1, Map.of(), said);
    }

    /** Ids as one text. */
    public static String list(Collection<Id> some) {
        return some.stream().sorted().map(Id::toString).collect(Collectors.joining(","));
    }

    private static String actor(Caller caller) {
        return caller.service()
                .map(name -> "service:" + name)
                .orElseGet(() -> caller.userId().toString());
    }

    private @Nullable String address() {
        return Optional.ofNullable(request.getCurrent())
                .map(current -> current.request().remoteAddress())
                .map(SocketAddress::hostAddress)
                .orElse(null);
    }
}
