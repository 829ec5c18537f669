package im.sparrow.gateway.command;

import im.sparrow.contracts.Topics.Topic;
import im.sparrow.platform.core.Refused;
import org.apache.kafka.common.header.Headers;

/**
 * A record on its way to the producer.
 *
 * @param topic where to
 * @param key its key
 * @param value its value
 * @param headers its headers
 * @param since when it was asked for, {@link System#nanoTime()}
 * @param answer hears what became of it
 */
record Outgoing(Topic topic, String key, byte[] value, Headers headers, long since, Answer answer) {

    /** Hears once, on a thread of the producer: must be quick and must not block. */
    interface Answer {

        /** The broker has it. */
        void acked();

        /** It will not be sent, or nobody knows. */
        void failed(Refused why);
    }
}
