package im.sparrow.auth.token;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign access tokens: made, published, then used, then only published, then gone ({@link KeyRing} says
 * when). What the table holds is looked at again each minute, so a key that another instance made is known long before it
 * signs.
 */
@Singleton
public class SigningKeys implements KeySource {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final int KID_BYTES = 9;

    private final SigningKeyRepository repository;
    private final InstantSource time;
    private final TokenConfig config;
    private final SecretKey key;
    private volatile @Nullable Ring ring;

    SigningKeys(SigningKeyRepository repository, InstantSource time, TokenConfig config, MasterKey master) {
        this.repository = repository;
        this.time = time;
        this.config = config;
        this.key = master.derive("signing keys");
    }

    /**
     * What signs.
     *
     * @param kid the key's public name
     * @param privateKey secret
     */
    record Signer(String kid, PrivateKey privateKey) {}

    private record Ring(List<SigningKey> keys, Signer signer, String jwks) {

        private static List<KeyRing.Key> times(List<SigningKey> keys) {
            return keys.stream()
                    .map(key -> new KeyRing.Key(key.kid(), key.signsFrom()))
                    .toList();
        }

        private boolean signsAt(Instant now) {
            return KeyRing.signer(times(keys), now)
                    .filter(key -> key.kid().equals(signer.kid()))
                    .isPresent();
        }
    }

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
        return known != null && known.signsAt(time.instant()) ? known : arranged(known);
    }

    /** The same keys with the one in front whose time has come: no need of the table. */
    private Ring arranged(@Nullable Ring known) {
        return known != null ? arrange(known.keys()) : read();
    }

    /** On a thread of its own: who signs holds a connection already and must not wait here for another. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        QuarkusTransaction.requiringNew().run(() -> {
            List<SigningKey> stored = repository.lockedNewest();
            if (KeyRing.due(Ring.times(stored), time.instant(), config.keyAge())) {
                make(config.keyLead());
            }
            List<String> gone = KeyRing.gone(Ring.times(stored), time.instant(), config.keyOverlap()).stream()
                    .map(KeyRing.Key::kid)
                    .toList();
            stored.stream().filter(key -> gone.contains(key.kid())).forEach(repository::delete);
        });
        read();
    }

    /**
     * Makes another key now, which signs after the lead; answers its name.
     *
     * @param tells is given the name, in the transaction that stores the key
     * @throws Refused {@code busy} while there are as many as can be published
     */
    String rotate(Consumer<String> tells) {
        String kid = QuarkusTransaction.requiringNew().call(() -> {
            if (repository.lockedNewest().size() >= SigningKeyRepository.MOST) {
                throw new Refused(
                        Problem.BUSY,
                        "There are so many keys already that one more would hide one that still counts; wait.");
            }
            String made = make(config.keyLead()).kid();
            tells.accept(made);
            return made;
        });
        read();
        return kid;
    }

    /** At the start, before anybody asks. */
    void start(@Observes StartupEvent starting) {
        ring();
    }

    private synchronized Ring read() {
        return arrange(QuarkusTransaction.requiringNew().call(() -> {
            List<SigningKey> stored = repository.newest();
            return stored.isEmpty() ? List.of(make(Duration.ZERO)) : stored;
        }));
    }

    private Ring arrange(List<SigningKey> keys) {
        String kid = KeyRing.signer(Ring.times(keys), time.instant())
                .map(KeyRing.Key::kid)
                .orElseThrow();
        SigningKey signing =
                keys.stream().filter(key -> key.kid().equals(kid)).findFirst().orElseThrow();
        String jwks = keys.stream().map(SigningKey::publicJwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        Ring known = ring;
        Signer signer = known != null && known.signer().kid().equals(kid) ? known.signer() : open(signing);
        Ring arranged = new Ring(keys, signer, jwks);
        ring = arranged;
        return arranged;
    }

    private SigningKey make(Duration lead) {
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
            Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
            var made = new SigningKey(kid, jwk.toJson(OutputControlLevel.PUBLIC_ONLY), sealed, now, now.plus(lead));
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
