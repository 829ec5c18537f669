package im.sparrow.bench.load;

import im.sparrow.bench.client.Scan;
import io.netty.buffer.ByteBuf;

/**
 * Client ids that are a number and the mark of a run: {@code nnnnnnnn-nnnn-4000-8000-rrrrrrrrrrrr}. The number is turned
 * about its digits, so that following ids are as far apart in an index as random ones.
 */
final class Ids {

    /** Characters of an id. */
    static final int LENGTH = 36;

    private static final long MASK = 0xffff_ffff_ffffL;
    private static final long FACTOR = 0x9e37_79b9_7f4bL | 1;
    private static final long BACK = inverse(FACTOR);
    private static final byte[] DIGITS = Scan.word("0123456789abcdef");
    private static final byte[] MIDDLE = Scan.word("-4000-8000-");

    private Ids() {}

    private static long inverse(long odd) {
        long back = odd;
        for (int i = 0; i < 6; i++) {
            back *= 2 - odd * back;
        }
        return back & MASK;
    }

    static void write(ByteBuf out, long number, long run) {
        long turned = number * FACTOR & MASK;
        hex(out, turned >>> 16, 8);
        out.writeByte('-');
        hex(out, turned & 0xffff, 4);
        out.writeBytes(MIDDLE);
        hex(out, run, 12);
    }

    private static void hex(ByteBuf out, long number, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.writeByte(DIGITS[(int) (number >>> shift & 0xf)]);
        }
    }

    /** The number, or -1 when it is of another run. */
    static long number(ByteBuf in, int at, long run) {
        if (Scan.hex(in, at + 24, 12) != run) {
            return -1;
        }
        long turned = Scan.hex(in, at, 8) << 16 | Scan.hex(in, at + 9, 4);
        return turned * BACK & MASK;
    }
}
