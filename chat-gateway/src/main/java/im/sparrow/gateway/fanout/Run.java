package im.sparrow.gateway.fanout;

import java.util.ArrayList;
import java.util.List;

/** Frames of one conversation that follow each other and go to the same outlets: one write for each outlet. */
final class Run {

    /** Bytes after which a run takes no more: what waits for a slow reader is given back in such pieces. */
    static final int BYTES_MAX = 64 * 1024;

    private final Outlet[] outlets;
    private final List<byte[]> frames = new ArrayList<>(1);
    private int bytes;

    Run(Outlet[] outlets) {
        this.outlets = outlets;
    }

    /** Whether a frame for these outlets may be written together with the others. */
    boolean takes(byte[] frame, Outlet[] same) {
        return outlets == same && bytes + frame.length <= BYTES_MAX;
    }

    void add(byte[] frame) {
        frames.add(frame);
        bytes += frame.length;
    }

    void write() {
        var shared = new SharedFrame(frames);
        for (Outlet outlet : outlets) {
            outlet.write(shared);
        }
        shared.release();
    }

    void flush() {
        for (Outlet outlet : outlets) {
            outlet.flush();
        }
    }
}
