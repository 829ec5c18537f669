package im.sparrow.auth.session;

import im.sparrow.contracts.Id;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * A refresh token: session, generation, and a proof (HMAC-SHA-256 over both and the session's salt, under a key derived
 * from the master key). Opaque to clients, 59 characters. The same generation always has the same token, which is how a
 * lost answer can be given again without storing it.
 *
 * @param sid the session it claims
 * @param generation which of the session's tokens it claims to be, 1 or more
 * @param proof 32 bytes, to be checked by {@link #provenBy}
 */
record RefreshToken(Id sid, int generation, byte[] proof) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PROOF_BYTES = 32;
    private static final int BYTES = Long.BYTES + Integer.BYTES + PROOF_BYTES;

    /** The token of a generation of a session. */
    static String of(SecretKey key, Id sid, int generation, byte[] salt) {
        var bytes = ByteBuffer.allocate(BYTES).putLong(sid.value()).putInt(generation);
        bytes.put(proof(key, sid, generation, salt));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What a token claims; empty when it has not the form of one. */
    static Optional<RefreshToken> read(String text) {
        if (text.length() != (BYTES * 4 + 2) / 3) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            long sid = bytes.getLong();
            int generation = bytes.getInt();
            byte[] proof = new byte[PROOF_BYTES];
            bytes.get(proof);
            return sid > 0 && generation > 0
                    ? Optional.of(new RefreshToken(Id.of(sid), generation, proof))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether it was made by us for this session; takes the same time whatever the difference. */
    boolean provenBy(SecretKey key, byte[] salt) {
        return MessageDigest.isEqual(proof, proof(key, sid, generation, salt));
    }

    private static byte[] proof(SecretKey key, Id sid, int generation, byte[] salt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(sid.value())
                    .putInt(generation)
                    .array());
            return mac.doFinal(salt);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
