package im.sparrow.gateway.room;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The epoch of the log as it was last heard; another one is told to whoever holds numbers. */
@Singleton
public class Epoch {

    private static final Logger LOG = Logger.getLogger(Epoch.class);

    private final AtomicReference<@Nullable String> known = new AtomicReference<>();
    private final Event<NewEpoch> news;

    Epoch(Event<NewEpoch> news) {
        this.news = news;
    }

    /** Takes an answer's epoch in. */
    public void heard(String epoch) {
        String before = known.getAndSet(epoch);
        if (before != null && !before.equals(epoch)) {
            LOG.warn("the message log has a new epoch: every client starts over");
            news.fire(new NewEpoch());
        }
    }
}
