package im.sparrow.message.writer;

import im.sparrow.message.log.Decided.MarkMoved;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What is stored and must be told now.
 *
 * @param records frames and dead letters, in order
 * @param moved marks that moved with a send
 */
record Written(List<ProducerRecord<String, byte[]>> records, List<MarkMoved> moved) {}
