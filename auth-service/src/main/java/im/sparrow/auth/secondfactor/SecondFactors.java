package im.sparrow.auth.secondfactor;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.token.MasterKey;
import im.sparrow.auth.token.Sealed;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.SecretKey;

/** Second factors: begun, confirmed, asked for at log-in, ended. */
@Singleton
public class SecondFactors {

    private final Accounts accounts;
    private final EntityManager entities;
    private final InstantSource time;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(Accounts accounts, EntityManager entities, InstantSource time, MasterKey master) {
        this.accounts = accounts;
        this.entities = entities;
        this.time = time;
        this.key = master.derive("second factors");
    }

    /**
     * What the app must know; shown once.
     *
     * @param secret to type
     * @param uri to show as a picture
     */
    public record Begun(String secret, String uri) {}

    /** Whether a log-in needs a code. */
    @Transactional
    public boolean on(Id accountId) {
        return find(accountId).filter(SecondFactor::confirmed).isPresent();
    }

    /**
     * Whether a code of the app or a recovery code is good; it is then used.
     *
     * @return also false when there is no second factor
     */
    @Transactional
    public boolean pass(Id accountId, String code) {
        return locked(accountId)
                .filter(SecondFactor::confirmed)
                .map(factor -> passes(accountId, factor, code) || recovers(accountId, code))
                .orElse(false);
    }

    /** @throws Refused {@code conflict} when there is one already */
    @Transactional
    Begun begin(Id accountId) {
        Account account = accounts.lock(accountId);
        Optional<SecondFactor> known = find(accountId);
        if (known.filter(SecondFactor::confirmed).isPresent()) {
            throw new Refused(Problem.CONFLICT, "A second factor is on already; end it first.");
        }
        known.ifPresent(entities::remove);
        entities.flush();
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        entities.persist(new SecondFactor(accountId, Sealed.seal(key, label(accountId), secret), now));
        return new Begun(Totp.text(secret), Totp.uri(secret, account.username()));
    }

    /**
     * Turns it on by a first code; answers the recovery codes, which nobody can see again.
     *
     * @throws Refused {@code credentials_wrong} for a wrong code, {@code conflict} when nothing was begun
     */
    @Transactional
    List<String> confirm(Id accountId, String code) {
        SecondFactor factor = locked(accountId)
                .filter(begun -> !begun.confirmed())
                .orElseThrow(() -> new Refused(Problem.CONFLICT, "Nothing was begun that could be confirmed."));
        if (!passes(accountId, factor, code)) {
            throw wrong();
        }
        factor.confirm();
        List<String> codes = RecoveryCodes.make(random);
        codes.forEach(one -> entities.createNativeQuery(
                        "INSERT INTO recovery_code (account_id, code_hash) VALUES (:id, :hash)")
                .setParameter("id", accountId.value())
                .setParameter("hash", RecoveryCodes.hash(one))
                .executeUpdate());
        return codes;
    }

    /** Ends it by a last code. @throws Refused {@code credentials_wrong}, also when there is none */
    @Transactional
    void end(Id accountId, String code) {
        if (!pass(accountId, code)) {
            throw wrong();
        }
        forget(accountId);
    }

    /** Ends it without a code, for who lost both app and recovery codes; nothing happens when there is none. */
    @Transactional
    void forget(Id accountId) {
        find(accountId).ifPresent(entities::remove);
        entities.createNativeQuery("DELETE FROM recovery_code WHERE account_id = :id")
                .setParameter("id", accountId.value())
                .executeUpdate();
    }

    private boolean passes(Id accountId, SecondFactor factor, String code) {
        OptionalLong step = Totp.match(open(accountId, factor), code, time.instant(), factor.lastStep());
        step.ifPresent(factor::used);
        return step.isPresent();
    }

    private boolean recovers(Id accountId, String code) {
        return entities.createNativeQuery("DELETE FROM recovery_code WHERE account_id = :id AND code_hash = :hash")
                        .setParameter("id", accountId.value())
                        .setParameter("hash", RecoveryCodes.hash(code))
                        .executeUpdate()
                > 0;
    }

    private Optional<SecondFactor> find(Id accountId) {
        return Optional.ofNullable(entities.find(SecondFactor.class, accountId.value()));
    }

    /** By hand: the mapper's own lock says FOR UPDATE OF, which MariaDB does not read. */
    private Optional<SecondFactor> locked(Id accountId) {
        entities.createNativeQuery("SELECT account_id FROM second_factor WHERE account_id = :id FOR UPDATE")
                .setParameter("id", accountId.value())
                .getResultList();
        return find(accountId);
    }

    private byte[] open(Id accountId, SecondFactor factor) {
        try {
            return Sealed.open(key, label(accountId), factor.secret());
        } catch (GeneralSecurityException otherMasterKey) {
            throw new IllegalStateException(
                    "SPARROW_MASTER_KEY is not the one that second factors were stored under", otherMasterKey);
        }
    }

    private static byte[] label(Id accountId) {
        return accountId.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a wrong or used code is answered with. */
    public static Refused wrong() {
        return new Refused(Problem.CREDENTIALS_WRONG, "The code is wrong or was used; wait for the next one.");
    }
}
