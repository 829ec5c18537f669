package im.sparrow.platform.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What a {@link TopicReader} hands its records to. Both methods run on the reader's own thread, one call at a time, in
 * the order of each partition.
 *
 * <p>A record that cannot be read is the handler's business: an exception out of a handler ends the reader for good,
 * since nobody else knows whether the record may be skipped.
 */
@FunctionalInterface
public interface TopicHandler {

    /** The records of one poll, never empty. A record may come again after a gap. */
    void records(ConsumerRecords<String, byte[]> batch);

    /**
     * Records may have been missed. The new position is already resolved, and nothing from it is handed over before
     * this method returns: what was built from the topic is built again here. Does nothing unless overridden.
     *
     * @param gap why
     */
    default void missed(Gap gap) {}

    /** Why records may have been missed. */
    enum Gap {
        /** The broker no longer has what stands at the reader's position, or has lost it. */
        OUT_OF_RANGE,
        /** No broker answered for longer than {@link TopicReader#AWAY}. */
        BROKER_AWAY
    }
}
