package im.sparrow.auth.serverkey;

import im.sparrow.contracts.Id;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A key as it is handed out: {@value #PREFIX}, by which scanners of leaked secrets find it, the key's id, and 256 random
 * bits.
 *
 * @param id which key
 * @param text all of it; secret
 */
record KeyText(Id id, String text) {

    static final String PREFIX = "sparrow_";

    private static final int RANDOM_BYTES = 32;
    private static final int BYTES = Long.BYTES + RANDOM_BYTES;
    private static final int MAX_LENGTH = 100;

    static KeyText make(Id id, SecureRandom random) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        byte[] all = ByteBuffer.allocate(BYTES).putLong(id.value()).put(secret).array();
        return new KeyText(id, PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    }

    /** Reads one; empty when it is none of ours by its form. */
    static Optional<KeyText> read(String text) {
        if (text.length() > MAX_LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            return all.length == BYTES
                    ? Optional.of(new KeyText(Id.of(ByteBuffer.wrap(all).getLong()), text))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What is stored of it: 256 random bits need no salt and no slow hash. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "server key " + id;
    }
}
