package im.sparrow.gateway.socket;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.room.NewEpoch;
import im.sparrow.gateway.room.Rooms;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All connections of this gateway, and those of each user. Any thread. */
@Singleton
public class Connections {

    /** Over how long clients come back after the log was restored. */
    private static final Duration START_OVER = Duration.ofSeconds(10);

    /** Over how long a client that was sent away comes to another gateway; the sending away is spread already. */
    private static final Duration COME_BACK = Duration.ofMillis(500);

    private final Rooms rooms;
    private final MeterRegistry metrics;
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Map<Id, List<Connection>> byUser = new ConcurrentHashMap<>();
    private volatile boolean accepting = true;

    Connections(Rooms rooms, MeterRegistry metrics) {
        this.rooms = rooms;
        this.metrics = metrics;
        metrics.gaugeCollectionSize("sparrow.sockets", List.of(), all);
        metrics.gauge("sparrow.rooms", rooms, Rooms::size);
        metrics.gauge("sparrow.sockets.pending.bytes", all, Connections::pendingBytes);
    }

    private static double pendingBytes(Collection<Connection> all) {
        return all.stream().mapToLong(c -> c.outlet().pendingBytes()).sum();
    }

    /** Whether new sockets may come. */
    public boolean accepting() {
        return accepting;
    }

    /** From now on no new sockets may come. */
    public void refuseNew() {
        accepting = false;
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    /**
     * Sends every client away, each at a time of its own within the spread: bye with a short delay of its own, a while
     * for the answers that are on their way, close. Returns at once.
     */
    public void move(CloseCode code, Duration spread, Duration answers) {
        for (Connection connection : all) {
            long when = upTo(spread);
            var loop = connection.outlet().loop();
            var unused = loop.schedule(
                    () -> {
                        connection.leave(ServerFrame.Bye.of(code, Duration.ofMillis(upTo(COME_BACK))));
                        loop.schedule(() -> connection.close(code), answers.toMillis(), TimeUnit.MILLISECONDS);
                    },
                    when,
                    TimeUnit.MILLISECONDS);
        }
    }

    private static long upTo(Duration most) {
        return ThreadLocalRandom.current().nextLong(1 + most.toMillis());
    }

    /** Closes some of them. */
    public void close(int atMost, CloseCode code) {
        all.stream().limit(atMost).forEach(connection -> connection.close(code));
    }

    /** Numbers that clients and rooms hold are worth nothing: everybody says hello again. */
    void startOver(@Observes NewEpoch restored) {
        for (Connection connection : all) {
            var back = Duration.ofMillis(upTo(START_OVER));
            connection.execute(() -> connection.leave(ServerFrame.Bye.of(CloseCode.DRAINING, back)));
        }
        close(Integer.MAX_VALUE, CloseCode.DRAINING);
    }

    void add(Connection connection) {
        all.add(connection);
    }

    /** All of them, as they come and go. */
    Collection<Connection> all() {
        return all;
    }

    /** Those of a user whose token was verified. */
    List<Connection> of(Id userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    /** Counts an identified connection to its user; false when he has as many as he may. */
    boolean identified(Connection connection, Id userId, int atMost) {
        boolean[] added = {true};
        byUser.compute(userId, (id, his) -> {
            if (his != null && his.size() >= atMost) {
                added[0] = false;
                return his;
            }
            return his == null
                    ? List.of(connection)
                    : Stream.concat(his.stream(), Stream.of(connection)).toList();
        });
        return added[0];
    }

    /** Forgets a connection that is over, and takes it out of its rooms. */
    void gone(Connection connection) {
        if (!all.remove(connection)) {
            return;
        }
        if (connection.state() instanceof State.Closed closed) {
            CloseCode why = closed.why();
            String code = why == null ? "left" : Integer.toString(why.code());
            metrics.counter("sparrow.sockets.closed", "code", code).increment();
        }
        connection.userId().ifPresent(user -> leave(connection, user));
    }

    /** Takes a connection out of its user's. Harmless when it is out. */
    void leave(Connection connection, Id user) {
        byUser.computeIfPresent(user, (id, his) -> {
            List<Connection> others = his.stream().filter(c -> c != connection).toList();
            return others.isEmpty() ? null : others;
        });
        rooms.leave(user, connection.outlet());
    }
}
