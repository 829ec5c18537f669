package im.sparrow.auth.secondfactor;

import im.sparrow.auth.token.HandedSecret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/** Codes for who lost his app: 80 random bits each, shown once as four groups of four. */
final class RecoveryCodes {

    /** How many there are. */
    static final int COUNT = 10;

    private static final int BYTES = 10;

    private RecoveryCodes() {}

    static List<String> make(SecureRandom random) {
        return Stream.generate(() -> one(random)).limit(COUNT).toList();
    }

    /** What is stored of one, however it is typed. */
    static byte[] hash(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return HandedSecret.hash(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private static String one(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }
}
