package im.sparrow.bench.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Finds the little that a generator must know of a frame, byte by byte. */
public final class Scan {

    private static final int T_VALUE = 6;

    private Scan() {}

    /** Bytes to look for. */
    public static byte[] word(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the frame's {@code t}, which all our servers write first, begins with these letters. */
    public static boolean is(ByteBuf in, int at, int length, byte[] type) {
        if (length < T_VALUE + type.length) {
            return false;
        }
        for (int i = 0; i < type.length; i++) {
            if (in.getByte(at + T_VALUE + i) != type[i]) {
                return false;
            }
        }
        return true;
    }

    /** The place after the first occurrence of a word at or after {@code from}, or -1. */
    public static int after(ByteBuf in, int from, int end, byte[] word) {
        int last = end - word.length;
        for (int i = from; i <= last; i++) {
            int matched = 0;
            while (matched < word.length && in.getByte(i + matched) == word[matched]) {
                matched++;
            }
            if (matched == word.length) {
                return i + word.length;
            }
        }
        return -1;
    }

    /** A number in hexadecimal digits. */
    public static long hex(ByteBuf in, int at, int digits) {
        long number = 0;
        for (int i = 0; i < digits; i++) {
            number = number << 4 | Character.digit(in.getByte(at + i), 16);
        }
        return number;
    }

    /** The text of a frame. */
    public static String text(ByteBuf in, int at, int length) {
        return in.toString(at, length, StandardCharsets.UTF_8);
    }
}
