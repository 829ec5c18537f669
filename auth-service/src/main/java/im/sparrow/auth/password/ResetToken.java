package im.sparrow.auth.password;

import im.sparrow.contracts.Id;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What a one-time link holds: whose it is, and 256 random bits.
 *
 * @param accountId whose password it is for
 * @param text all of it, as it stands in the link; secret
 */
record ResetToken(Id accountId, String text) {

    private static final int RANDOM_BYTES = 32;
    private static final int BYTES = Long.BYTES + RANDOM_BYTES;
    private static final int MAX_LENGTH = 100;

    static ResetToken make(Id accountId, SecureRandom random) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        byte[] all = ByteBuffer.allocate(BYTES)
                .putLong(accountId.value())
                .put(secret)
                .array();
        return new ResetToken(accountId, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    }

    /** Reads one; empty when it is none of ours by its form. */
    static Optional<ResetToken> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            return all.length == BYTES
                    ? Optional.of(new ResetToken(Id.of(ByteBuffer.wrap(all).getLong()), text))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What is stored of it: 256 random bits need no salt and no slow hash. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getUrlDecoder().decode(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "reset token of " + accountId;
    }
}
