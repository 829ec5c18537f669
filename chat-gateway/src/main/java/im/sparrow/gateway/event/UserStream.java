package im.sparrow.gateway.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.event.UserEvent;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.room.Passage;
import im.sparrow.gateway.room.Rooms;
import im.sparrow.platform.kafka.TopicHandler;
import im.sparrow.platform.kafka.TopicReader;
import im.sparrow.platform.kafka.TopicReaders;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Reads what concerns single users, and says it to their sockets as {@code event} frames. */
@Singleton
public class UserStream implements TopicHandler {

    private static final Logger LOG = Logger.getLogger(UserStream.class);
    private static final String CURSOR = "cursor";
    private static final List<String> AREAS = List.of("requests", "friends", "groups", "profile", "sessions");

    private final Rooms rooms;
    private final Passage passage;
    private final ObjectReader json;
    private final TopicReader reader;

    UserStream(Rooms rooms, Passage passage, ObjectMapper json, TopicReaders readers) {
        this.rooms = rooms;
        this.passage = passage;
        this.json = json.readerFor(UserEvent.class);
        this.reader = readers.reader("user-stream", Topics.USER_EVENT, TopicReader.Start.END, this);
    }

    void start(@Observes StartupEvent starting) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    /** Whether every partition's position is resolved. */
    public boolean ready() {
        return reader.caughtUp() && reader.connected();
    }

    /** Whether only a restart helps. */
    public boolean failed() {
        return reader.failed();
    }

    @Override
    public void records(ConsumerRecords<String, byte[]> batch) {
        for (ConsumerRecord<String, byte[]> written : batch) {
            try {
                if (written.key() != null && rooms.local(Long.parseLong(written.key()))) {
                    UserEvent event = json.readValue(written.value());
                    passage.toUser(event.userId().value(), frame(event).bytes());
                }
            } catch (JsonProcessingException | NumberFormatException newer) {
                LOG.debugf("passed over a user's event at %d-%d", written.partition(), written.offset());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /** Hints may have been missed: everybody here asks the owner of each area. */
    @Override
    public void missed(Gap gap) {
        LOG.warnf("users' events may have been missed (%s): everybody here asks again", gap);
        List<byte[]> frames = AREAS.stream()
                .map(area -> new ServerFrame.Hint(area, null).bytes())
                .toList();
        for (Id user : rooms.localUsers()) {
            frames.forEach(frame -> passage.toUser(user.value(), frame));
        }
    }

    private static ServerFrame frame(UserEvent event) {
        return switch (event) {
            case UserEvent.Hint hint -> new ServerFrame.Hint(hint.area(), hint.version());
            case UserEvent.CursorMoved moved ->
                new ServerFrame.CursorMoved(
                        CURSOR,
                        moved.conversationId(),
                        moved.readerId(),
                        moved.readSeq(),
                        moved.deliveredSeq(),
                        moved.unread());
        };
    }
}
