package im.sparrow.gateway.room;

import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.fanout.Outlet;
import im.sparrow.gateway.fanout.SharedFrame;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;

/** A client's end that is only somebody: what is due to whom is looked at before anything is written. */
final class Ear implements Outlet {

    private final String name;

    Ear(String name) {
        this.name = name;
    }

    @Override
    public EventExecutor loop() {
        return ImmediateEventExecutor.INSTANCE;
    }

    @Override
    public void write(SharedFrame frame) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public void heartbeat() {}

    @Override
    public void flush() {}

    @Override
    public void close(CloseCode code) {}

    @Override
    public long pendingBytes() {
        return 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
