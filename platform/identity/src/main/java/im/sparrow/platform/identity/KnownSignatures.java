package im.sparrow.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was found good, by their digest, and the key it was good under: nothing else of a token is
 * remembered. A key that is withdrawn, or another under the same name, makes its tokens unknown again.
 *
 * <p>Bound: {@value #MAX} tokens, the newest; a megabyte or two.
 */
final class KnownSignatures {

    static final int MAX = 8_192;

    private final VerificationKeys keys;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Signed> tokens = new LinkedHashMap<>();

    private record Signed(String kid, Key key) {}

    KnownSignatures(VerificationKeys keys) {
        this.keys = keys;
    }

    /** Whether exactly this text was signed under a key that is still published. */
    boolean known(String token) {
        Signed signed = of(digest(token));
        return signed != null && keys.publishes(signed.kid(), signed.key());
    }

    private @Nullable Signed of(String digest) {
        lock.lock();
        try {
            return tokens.get(digest);
        } finally {
            lock.unlock();
        }
    }

    /** Remembers a token whose signature was verified under this key. */
    void good(String token, @Nullable String kid, @Nullable Key key) {
        if (kid == null || key == null) {
            throw new IllegalArgumentException("a signature is good under a key only");
        }
        String digest = digest(token);
        lock.lock();
        try {
            tokens.put(digest, new Signed(kid, key));
            if (tokens.size() > MAX) {
                tokens.remove(tokens.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return tokens.size();
        } finally {
            lock.unlock();
        }
    }

    private static String digest(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
