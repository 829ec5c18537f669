package im.sparrow.gateway.socket;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.fanout.Outlet;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.limit.Budget;
import im.sparrow.platform.identity.Caller;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection, whatever carries it. Everything but what says otherwise happens on the loop of its outlet, so
 * nothing here is locked.
 *
 * <p>Invariant: after {@link State.Closed} nothing is written and nothing is taken, and it is in no room.
 */
final class Connection {

    /** Frames that may wait while the client is being greeted or a token verified. */
    static final int WAITING_MAX = 64;

    private final Outlet outlet;
    private final Budget frames;
    private final @Nullable String headerToken;
    private final Consumer<Connection> closed;

    private volatile State state = new State.Opened();
    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile @Nullable Caller identified;
    private volatile int open;

    private final Deque<ClientFrame> waiting = new ArrayDeque<>(0);
    private final Deque<Unfinished> unfinished = new ArrayDeque<>(0);
    private boolean holding;
    private @Nullable PageLine pages;

    /**
     * @param outlet where its frames go
     * @param frames what it may say how often
     * @param headerToken the token of the opening request, or null
     * @param now epoch milliseconds
     * @param closed called once, on the loop, when it is over
     */
    Connection(Outlet outlet, Budget frames, @Nullable String headerToken, long now, Consumer<Connection> closed) {
        this.outlet = outlet;
        this.frames = frames;
        this.headerToken = headerToken;
        this.closed = closed;
        this.heardAt = now;
        this.pingedAt = now;
    }

    /** Any thread. */
    State state() {
        return state;
    }

    /** Any thread. */
    Outlet outlet() {
        return outlet;
    }

    Budget frames() {
        return frames;
    }

    @Nullable
    String headerToken() {
        return headerToken;
    }

    /** Any thread. */
    boolean over() {
        return state instanceof State.Closed;
    }

    /** Runs something on the loop. Any thread. */
    void execute(Runnable task) {
        outlet.loop().execute(task);
    }

    /** A move that the old state itself made. */
    void move(State next) {
        if (!over()) {
            state = next;
        }
    }

    void send(ServerFrame frame) {
        send(frame.bytes());
    }

    /** Says a frame that is already written. */
    void send(byte[] frame) {
        if (!over()) {
            outlet.send(frame);
        }
    }

    /** The pages it waits for. */
    PageLine pages() {
        PageLine line = pages;
        if (line == null) {
            line = new PageLine();
            pages = line;
        }
        return line;
    }

    /** Says bye: from now on no command is taken. */
    void leave(ServerFrame.Bye bye) {
        send(bye);
        if (state instanceof State.Live live) {
            move(live.leaving());
        }
    }

    /** Ends it. Any thread; only the first call counts. */
    void close(CloseCode why) {
        if (!outlet.loop().inEventLoop()) {
            execute(() -> close(why));
            return;
        }
        if (!over()) {
            outlet.close(why);
            end(why);
        }
    }

    /** The client has gone by itself. */
    void left() {
        if (!over()) {
            end(null);
        }
    }

    private void end(@Nullable CloseCode why) {
        state = state.closed(why);
        waiting.clear();
        unfinished.clear();
        open = 0;
        closed.accept(this);
    }

    /** Who it is, from the moment his token is verified. Any thread. */
    Optional<Caller> identified() {
        return Optional.ofNullable(identified);
    }

    /** Any thread. */
    void identify(Caller caller) {
        identified = caller;
    }

    /** The user, from the moment his token is verified. Any thread. */
    Optional<Id> userId() {
        return identified().map(Caller::userId);
    }

    void heard(long now) {
        heardAt = now;
    }

    /** The last sign of life, epoch milliseconds. Any thread. */
    long heardAt() {
        return heardAt;
    }

    /** The last time it was asked for one. Any thread. */
    long pingedAt() {
        return pingedAt;
    }

    void ping(long now) {
        pingedAt = now;
        outlet.heartbeat();
    }

    /** From now on frames wait. */
    void hold() {
        holding = true;
    }

    boolean holding() {
        return holding;
    }

    /** Lets a frame wait; false when too many do. */
    boolean await(ClientFrame frame) {
        return waiting.size() < WAITING_MAX && waiting.add(frame);
    }

    /** Hands those over that waited, in order, until one of them makes the others wait again. */
    void release(Consumer<ClientFrame> taker) {
        holding = false;
        while (!holding && !waiting.isEmpty()) {
            taker.accept(waiting.removeFirst());
        }
    }

    /** Counts a command in that the broker has not acknowledged. */
    void begin(Unfinished command) {
        while (!unfinished.isEmpty() && unfinished.getFirst().ended()) {
            unfinished.removeFirst();
        }
        unfinished.addLast(command);
        open = unfinished.size();
    }

    /** How many commands the broker has not acknowledged. */
    int unfinished() {
        unfinished.removeIf(Unfinished::ended);
        open = unfinished.size();
        return open;
    }

    /** Commands given up because nobody acknowledged them since then, epoch milliseconds. */
    void giveUp(long before, Consumer<Unfinished> nack) {
        for (Unfinished command : unfinished) {
            if (command.since() < before && command.end()) {
                nack.accept(command);
            }
        }
        unfinished();
    }

    /** Whether there may be commands without acknowledgement. Any thread. */
    boolean mayHaveUnfinished() {
        return open > 0;
    }
}
