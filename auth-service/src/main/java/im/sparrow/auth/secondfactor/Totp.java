package im.sparrow.auth.secondfactor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds). Pure: knows no clock and no database. */
final class Totp {

    /** Bytes of a secret, as RFC 4226 advises. */
    static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);

    /** Steps before and after now whose codes are good: clocks differ, and people type slowly. */
    private static final int DRIFT = 1;

    private static final String ISSUER = "Sparrow";

    private Totp() {}

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        try {
            return new HmacOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), step);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The step of a moment. */
    static long step(Instant now) {
        return now.getEpochSecond() / STEP.toSeconds();
    }

    /** The step whose code this is, if it is near now and later than the last one used. */
    static OptionalLong match(byte[] secret, String typed, Instant now, long lastStep) {
        byte[] code = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        long middle = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = middle - DRIFT; step <= middle + DRIFT; step++) {
            byte[] good = code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(good, code) && step > lastStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as people type it. */
    static String text(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "");
    }

    /** The address that an authenticator app reads from a picture. */
    static String uri(byte[] secret, String username) {
        String label = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + text(secret) + "&issuer=" + ISSUER;
    }
}
