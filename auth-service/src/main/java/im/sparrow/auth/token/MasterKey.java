package im.sparrow.auth.token;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The one secret of this service, {@code SPARROW_MASTER_KEY}: never used itself, only to derive a key per purpose. */
@Singleton
public class MasterKey {

    private static final int MIN_LENGTH = 32;
    private static final int KEY_BYTES = 32;
    private static final byte[] SALT = "sparrow auth-service".getBytes(StandardCharsets.US_ASCII);

    private final byte[] secret;

    MasterKey(TokenConfig config) {
        this.secret = config.masterKey()
                .filter(key -> key.length() >= MIN_LENGTH)
                .orElseThrow(() -> new IllegalStateException(
                        "SPARROW_MASTER_KEY is missing or shorter than " + MIN_LENGTH + " characters"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The key for a purpose (HKDF-SHA-256, 256 bits): the same at every start, and telling nothing of any other.
     *
     * @param purpose its name; what is encrypted under it can be read only by the same name
     */
    public SecretKey derive(String purpose) {
        try {
            AlgorithmParameterSpec spec = HKDFParameterSpec.ofExtract()
                    .addSalt(SALT)
                    .addIKM(secret)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", spec);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
