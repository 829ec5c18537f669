package im.sparrow.local.jvm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long things. */
public final class Hash {
    private Hash() {}

    /** 16 hexadecimal digits that differ when any of the words does. */
    public static String of(Object... words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var word : words) {
                digest.update(word.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
