package im.sparrow.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Many clients, welcomed each. Only so many stand at the door at once; the rest come as the others are let in.
 *
 * <p>Until a socket is welcomed it belongs to the crowd; after that to the ear of its owner.
 */
public final class Crowd implements Ear {

    private static final byte[] WELCOME = Scan.word("welcome");

    private static final long AGAIN_MS = 500;

    private final Loop loop;
    private final byte[] opening;
    private final String host;
    private final int port;
    private final IntFunction<String> hello;
    private final List<Socket> sockets = new ArrayList<>();
    private final boolean[] welcomed;
    private final CountDownLatch all;
    private Ear owner;
    private int next;
    private int refused;
    private String reason = "";
    private String complaint = "";
    private volatile boolean over;

    /**
     * Prepares a crowd.
     *
     * @param hello the first frame of the client at this place
     * @param owner is told everything that comes after a welcome, and each welcome itself
     */
    public Crowd(Loop loop, String host, int port, int size, IntFunction<String> hello, Ear owner) {
        this.loop = loop;
        this.host = host;
        this.port = port;
        this.opening = Wire.opening(host + ":" + port);
        this.hello = hello;
        this.owner = owner;
        this.welcomed = new boolean[size];
        this.all = new CountDownLatch(size);
    }

    /**
     * Connects all and waits until each is welcomed.
     *
     * @param atOnce how many may stand at the door
     * @throws IllegalStateException when some are not within the time
     */
    public void connect(int atOnce, int seconds) throws InterruptedException {
        loop.events().execute(() -> {
            for (int i = 0; i < Math.min(atOnce, welcomed.length); i++) {
                connectNext();
            }
        });
        if (!all.await(seconds, TimeUnit.SECONDS)) {
            over = true;
            throw new IllegalStateException(all.getCount() + " of " + welcomed.length
                    + " clients were not welcomed within " + seconds + " s; refused " + refused + " " + reason);
        }
    }

    /** How often somebody was refused and came again; on the loop. */
    public int refused() {
        return refused;
    }

    /** Why the last one was refused; empty when nobody was. */
    public String reason() {
        return reason;
    }

    /** Everybody who is welcomed, by place; on the loop. */
    public List<Socket> sockets() {
        return sockets;
    }

    /** From now on somebody else listens; on the loop. */
    public void hand(Ear ear) {
        owner = ear;
    }

    private void connectNext() {
        if (next < welcomed.length) {
            int place = next++;
            sockets.add(connect(place));
        }
    }

    private Socket connect(int place) {
        var socket = new Socket(place, opening, this);
        ChannelFuture connecting = loop.bootstrap().handler(socket).connect(host, port);
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                again(place, String.valueOf(done.cause()));
            }
        });
        return socket;
    }

    /** As a client does: it comes back after a moment. */
    private void again(int place, String why) {
        refused++;
        reason = why;
        if (!over) {
            loop.events().schedule(() -> sockets.set(place, connect(place)), AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void opened(Socket socket) {
        socket.send(hello.apply(socket.place()));
    }

    @Override
    public void heard(Socket socket, ByteBuf in, int at, int length, long now) {
        if (!welcomed[socket.place()] && Scan.is(in, at, length, WELCOME)) {
            welcomed[socket.place()] = true;
            connectNext();
            owner.heard(socket, in, at, length, now);
            all.countDown();
        } else if (welcomed[socket.place()]) {
            owner.heard(socket, in, at, length, now);
        } else {
            complaint = Scan.text(in, at, length);
        }
    }

    @Override
    public void closed(Socket socket, String why) {
        if (welcomed[socket.place()]) {
            owner.closed(socket, why);
        } else {
            again(socket.place(), why + " " + complaint);
        }
    }

    /** Drops all connections. */
    public void drop() throws InterruptedException {
        var done = new CountDownLatch(1);
        over = true;
        loop.events().execute(() -> {
            owner = (socket, in, at, length, now) -> {};
            sockets.forEach(Socket::drop);
            done.countDown();
        });
        done.await();
    }
}
