package im.sparrow.auth.token;

import im.sparrow.platform.identity.KeySource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign access tokens. The first is made when there is none; the newest signs; all are published. What the
 * table holds is looked at again each minute, so a key that another instance made is known soon.
 */
@Singleton
public class SigningKeys implements KeySource {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final int KID_BYTES = 9;

    private final SigningKeyRepository repository;
    private final InstantSource time;
    private final SecretKey key;
    private volatile @Nullable Ring ring;

    SigningKeys(SigningKeyRepository repository, InstantSource time, MasterKey master) {
        this.repository = repository;
        this.time = time;
        this.key = master.derive("signing keys");
    }

    /**
     * What signs.
     *
     * @param kid the key's public name
     * @param privateKey secret
     */
    record Signer(String kid, PrivateKey privateKey) {}

    private record Ring(Signer signer, String jwks) {}

    /** The key that signs now; made when there is none. */
    Signer signer() {
        return ring().signer();
    }

    /** Every key's public half as a JWKS document. */
    @Override
    public String jwks() {
        return ring().jwks();
    }

    private Ring ring() {
        Ring known = ring;
        return known != null ? known : read();
    }

    /** On a thread of its own: who signs holds a connection already and must not wait here for another. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        read();
    }

    /** At the start, before anybody asks. */
    void start(@Observes StartupEvent starting) {
        ring();
    }

    private synchronized Ring read() {
        List<SigningKey> keys = QuarkusTransaction.requiringNew().call(() -> {
            List<SigningKey> stored = repository.newest();
            return stored.isEmpty() ? List.of(make()) : stored;
        });
        SigningKey newest = keys.getFirst();
        String jwks = keys.stream().map(SigningKey::publicJwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        Ring known = ring;
        Signer signer = known != null && known.signer().kid().equals(newest.kid()) ? known.signer() : open(newest);
        Ring read = new Ring(signer, jwks);
        ring = read;
        return read;
    }

    private SigningKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            var jwk = new EllipticCurveJsonWebKey((ECPublicKey) pair.getPublic());
            String kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, KID_BYTES * 4 / 3);
            jwk.setKeyId(kid);
            jwk.setUse("sig");
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            byte[] sealed = Sealed.seal(key, label(kid), pair.getPrivate().getEncoded());
            var made = new SigningKey(
                    kid,
                    jwk.toJson(OutputControlLevel.PUBLIC_ONLY),
                    sealed,
                    time.instant().truncatedTo(ChronoUnit.MICROS));
            repository.persist(made);
            LOG.infof("made the signing key %s", kid);
            return made;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Signer open(SigningKey stored) {
        try {
            byte[] plain = Sealed.open(key, label(stored.kid()), stored.privateKey());
            PrivateKey privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(plain));
            return new Signer(stored.kid(), privateKey);
        } catch (GeneralSecurityException otherMasterKey) {
            throw new IllegalStateException(
                    "SPARROW_MASTER_KEY is not the one that the signing keys were stored under", otherMasterKey);
        }
    }

    private static byte[] label(String kid) {
        return kid.getBytes(StandardCharsets.UTF_8);
    }
}
