package im.sparrow.gateway.room;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.fanout.Delivery;
import im.sparrow.gateway.fanout.FanOut;
import im.sparrow.gateway.fanout.Targets;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** From the stream through the rooms to the sockets. */
@Singleton
public class Passage {

    /** Records passed on under one hold of the rooms' lock. */
    private static final int SLICE = 256;

    /** All gateways meet the same gap at the same moment, and ask the same service. */
    private static final int REBUILD_JITTER_MS = 1_000;

    private final Rooms rooms;
    private final RoomLoader loader;
    private final FanOut fanOut;

    Passage(Rooms rooms, RoomLoader loader, FanOut fanOut) {
        this.rooms = rooms;
        this.loader = loader;
        this.fanOut = fanOut;
    }

    /** Passes one poll's records on, in order; waits when the sockets' loops are behind. */
    public void pass(List<LogEvent> events) {
        FanOut.Batch batch = fanOut.batch();
        for (int from = 0; from < events.size(); from += SLICE) {
            List<Delivery> due = new ArrayList<>();
            List<Id> hinted = rooms.pass(events.subList(from, Math.min(from + SLICE, events.size())), due);
            due.forEach(batch::add);
            hinted.forEach(loader::load);
        }
        batch.send();
    }

    /** Writes a frame to all sockets of a user. */
    public void toUser(long userId, byte[] frame) {
        Targets targets = rooms.socketsOf(userId);
        if (targets.size() > 0) {
            deliver(List.of(new Delivery(0, frame, 0, targets)));
        }
    }

    /** Makes all rooms anew; returns when they are. Nothing may be passed on meanwhile. */
    public void rebuild() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(REBUILD_JITTER_MS));
            loader.reloadAll();
            deliver(rooms.heads());
            // They come back with what they hold, and are told what is missing.
            rooms.parted().forEach(outlet -> outlet.close(CloseCode.DRAINING));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void payHeads() {
        deliver(rooms.heads());
    }

    private void deliver(List<Delivery> due) {
        FanOut.Batch batch = fanOut.batch();
        due.forEach(batch::add);
        batch.send();
    }
}
