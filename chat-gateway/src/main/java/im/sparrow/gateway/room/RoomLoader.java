package im.sparrow.gateway.room;

import im.sparrow.contracts.Id;
import im.sparrow.gateway.log.MessageLog;
import im.sparrow.platform.core.Refused;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks message-service for users' rooms, as many users in one question as are waiting: one question at a time, so five
 * thousand clients that come back at once cost ten questions and not five thousand.
 */
@Singleton
public class RoomLoader {

    private static final Logger LOG = Logger.getLogger(RoomLoader.class);
    private static final int RETRY_MIN_MS = 100;
    private static final int RETRY_MAX_MS = 1_000;

    private final Rooms rooms;
    private final MessageLog log;
    private final Epoch epoch;
    /** Bounded by the users with a socket here, and by one entry for each time one is named to a room. */
    private final LinkedBlockingQueue<Id> waiting = new LinkedBlockingQueue<>();

    private @Nullable Thread thread;

    RoomLoader(Rooms rooms, MessageLog log, Epoch epoch) {
        this.rooms = rooms;
        this.log = log;
        this.epoch = epoch;
    }

    void start(@Observes StartupEvent starting) {
        thread = Thread.ofVirtual().name("room-loader").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Asks for a user's rooms soon, and again until there is an answer or the user has left. */
    public void load(Id userId) {
        waiting.add(userId);
    }

    /**
     * Asks for the rooms of all users who are here, after records may have been missed, and makes the rooms anew. Returns
     * only when that is done, or when the thread is interrupted.
     */
    void reloadAll() {
        List<Id> left = rooms.localUsers();
        var settled = new HashSet<Long>();
        while (!left.isEmpty()) {
            List<Id> some = left.subList(0, Math.min(left.size(), MessageLog.ROOMS_USERS_MAX));
            try {
                var answer = log.rooms(some);
                epoch.heard(answer.epoch());
                some.forEach(user -> rooms.rebuild(user, answer.users().getOrDefault(user, List.of()), settled));
                left = left.subList(some.size(), left.size());
            } catch (Refused away) {
                if (!pause(away)) {
                    return;
                }
            }
        }
    }

    private void run() {
        try {
            while (true) {
                var some = new LinkedHashSet<Id>();
                some.add(waiting.take());
                waiting.drainTo(some, MessageLog.ROOMS_USERS_MAX - 1);
                ask(some.stream().filter(id -> rooms.local(id.value())).toList());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(List<Id> users) {
        if (users.isEmpty()) {
            return;
        }
        try {
            var answer = log.rooms(users);
            epoch.heard(answer.epoch());
            for (Id user : users) {
                if (rooms.admit(user, answer.users().getOrDefault(user, List.of()))) {
                    waiting.add(user);
                }
            }
        } catch (Refused away) {
            if (pause(away)) {
                List<Id> again = new ArrayList<>(users);
                Collections.shuffle(again);
                waiting.addAll(again);
            }
        }
    }

    private static boolean pause(Refused away) {
        LOG.warnf("rooms cannot be asked for now: %s", away.problem().code());
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(RETRY_MIN_MS, RETRY_MAX_MS));
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
