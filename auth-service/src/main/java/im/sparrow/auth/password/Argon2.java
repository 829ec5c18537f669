package im.sparrow.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash in its self-describing form (PHC), so that the costs can be raised without making old ones unreadable:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @param memory KiB
 * @param passes over the memory
 * @param lanes computed side by side
 * @param salt random, one per password
 * @param hash what came out
 */
record Argon2(int memory, int passes, int lanes, byte[] salt, byte[] hash) {

    /** Computed side by side: one, since several people log in at once. */
    static final int LANES = 1;

    /** Bytes of a salt. */
    static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;
    private static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{11,128})");

    /** Hashes a password at such costs. */
    static Argon2 of(String password, byte[] salt, int memory, int passes) {
        return new Argon2(memory, passes, LANES, salt, hash(password, salt, memory, passes, LANES, HASH_BYTES));
    }

    /**
     * Reads the self-describing form.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat it
     */
    static Argon2 read(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        var base64 = Base64.getDecoder();
        return new Argon2(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                base64.decode(parts.group(4)),
                base64.decode(parts.group(5)));
    }

    /** Whether the password is the one; takes the same time whatever the difference. */
    boolean matches(String password) {
        return MessageDigest.isEqual(hash, hash(password, salt, memory, passes, lanes, hash.length));
    }

    /** The self-describing form. */
    @Override
    public String toString() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    private static byte[] hash(String password, byte[] salt, int memory, int passes, int lanes, int bytes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(VERSION)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[bytes];
        // One form for what different keyboards send for the same letters.
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
