/**
 * Newcomers trust the defaults of a Kafka client; several of them lose or reorder messages. This room makes producers
 * and readers with the settings a message needs, and nothing else.
 *
 * <p>It never knows what a record says, and never commits an offset.
 */
@NullMarked
package im.sparrow.platform.kafka;

import org.jspecify.annotations.NullMarked;
