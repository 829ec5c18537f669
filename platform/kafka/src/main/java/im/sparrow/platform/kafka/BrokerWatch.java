package im.sparrow.platform.kafka;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Whether a broker still answers. A consumer's poll is silent about a broker that is away, so the answers are counted by
 * the client's own metric: an idle fetch is answered at least every half second.
 */
final class BrokerWatch {

    private final Metric answers;
    private double seen;
    private long silentSince = System.nanoTime();
    private long silence;

    BrokerWatch(Consumer<?, ?> consumer) {
        this.answers = consumer.metrics().entrySet().stream()
                .filter(m -> m.getKey().name().equals("fetch-total"))
                .filter(m -> m.getKey().group().equals("consumer-fetch-manager-metrics"))
                .filter(m -> m.getKey().tags().size() == 1)
                .findAny()
                .orElseThrow()
                .getValue();
    }

    /** Called after each poll: true once, when an answer comes after a silence longer than {@link TopicReader#AWAY}. */
    boolean backAfterSilence() {
        double now = (Double) answers.metricValue();
        if (now > seen) {
            boolean wasAway = !present();
            seen = now;
            silence = 0;
            silentSince = System.nanoTime();
            return wasAway;
        }
        silence = System.nanoTime() - silentSince;
        return false;
    }

    /** Called when a batch was handled: the time that took is not the broker's silence. */
    void handled() {
        silentSince = System.nanoTime() - silence;
    }

    /** Whether the silence is not longer than {@link TopicReader#AWAY}. */
    boolean present() {
        return silence <= TimeUnit.SECONDS.toNanos(TopicReader.AWAY.toSeconds());
    }
}
