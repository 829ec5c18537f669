package im.sparrow.auth.token;

import im.sparrow.contracts.Id;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A secret that is handed out once, of which only the hash is stored: what it belongs to, and 256 random bits.
 *
 * @param id what it belongs to
 * @param text all of it, as it is handed out
 * @param hash what is stored of it
 */
public record HandedSecret(Id id, String text, byte[] hash) {

    private static final int RANDOM_BYTES = 32;
    private static final int BYTES = Long.BYTES + RANDOM_BYTES;
    private static final int MAX_LENGTH = 100;

    /**
     * Makes one.
     *
     * @param prefix how its text begins, by which scanners of leaked secrets know it; may be empty
     */
    public static HandedSecret make(String prefix, Id id, SecureRandom random) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        byte[] all = ByteBuffer.allocate(BYTES).putLong(id.value()).put(secret).array();
        return new HandedSecret(
                id, prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(all), hash(all));
    }

    /** Reads one; empty when it is none by its form. */
    public static Optional<HandedSecret> read(String prefix, String text) {
        if (text.length() > MAX_LENGTH || !text.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(prefix.length()));
            return all.length == BYTES
                    ? Optional.of(new HandedSecret(Id.of(ByteBuffer.wrap(all).getLong()), text, hash(all)))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What is stored of enough random bits, which need no salt and no slow hash: SHA-256. */
    public static byte[] hash(byte[] random) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(random);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "secret of " + id;
    }
}
