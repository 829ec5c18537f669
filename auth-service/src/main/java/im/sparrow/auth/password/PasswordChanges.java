package im.sparrow.auth.password;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.session.Session.End;
import im.sparrow.auth.session.Sessions;
import im.sparrow.auth.token.HandedSecret;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other passwords: chosen by who knows the one before, or by who has a one-time link of an administrator. Whoever else was
 * in with the one before is out. Hashes are made outside of any transaction.
 */
@Singleton
public class PasswordChanges {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Throttle throttle;
    private final PasswordConfig config;
    private final EntityManager entities;
    private final InstantSource time;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    PasswordChanges(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            Throttle throttle,
            PasswordConfig config,
            EntityManager entities,
            InstantSource time,
            Audit audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.config = config;
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /**
     * A one-time link.
     *
     * @param token what it holds; secret
     * @param expiresAt until when it is good
     */
    public record Link(String token, Instant expiresAt) {}

    /**
     * Changes one's own password; every other session of the account ends.
     *
     * @param current the one before; absent for an account that never had one
     * @throws Refused {@code invalid_body}, {@code credentials_wrong}, {@code rate_limited}, {@code busy}, {@code
     *     conflict} when it was changed meanwhile
     */
    void change(Caller caller, @Nullable String current, @Nullable String wanted, String address) {
        Account account = accounts.get(caller.userId());
        check("/password", wanted, account.username());
        Optional<String> known = confirm(account, current, address);
        String hash = passwords.hash(String.valueOf(wanted));
        QuarkusTransaction.requiringNew().run(() -> {
            sessions.endAllBut(caller.userId(), caller.sid(), End.PASSWORD);
            if (!accounts.changePassword(caller.userId(), known, hash)) {
                throw new Refused(Problem.CONFLICT, "The password was changed from elsewhere meanwhile.");
            }
        });
    }

    /**
     * Asks for the present password before something that a stolen token must not do; who never had one is not asked.
     *
     * @throws Refused {@code credentials_wrong}, {@code rate_limited}, {@code busy}
     */
    public void confirm(Caller caller, @Nullable String current, String address) {
        confirm(accounts.get(caller.userId()), current, address);
    }

    private Optional<String> confirm(Account account, @Nullable String current, String address) {
        var attempt = new Throttle.Attempt(account.username(), address, true);
        throttle.check(attempt);
        Optional<String> known = account.passwordHash();
        if (known.isPresent() && !passwords.check(current == null ? "" : current, known)) {
            throttle.wrong(attempt);
            throw new Refused(Problem.CREDENTIALS_WRONG, "The present password is another one.");
        }
        return known;
    }

    /** Makes a link by which somebody may choose another password once; an older one of his is good no more. */
    @Transactional
    Link link(Id accountId, Id author) {
        accounts.lock(accountId);
        HandedSecret token = HandedSecret.make("", accountId, random);
        Instant end = time.instant().plus(config.resetLife()).truncatedTo(ChronoUnit.MICROS);
        entities.merge(new PasswordReset(accountId, author, token.hash(), end));
        audit.say(Deed.PASSWORD_LINK_MADE, accountId, Map.of("ends", end.toString()));
        return new Link(token.text(), end);
    }

    /**
     * Chooses another password by a link, which is then used; every session of the account ends.
     *
     * @throws Refused {@code invalid_body}; {@code credentials_wrong} for a link that is none, too old or used
     */
    void reset(@Nullable String link, @Nullable String wanted) {
        if (link == null) {
            throw Refused.field("/token", "is missing");
        }
        HandedSecret token = HandedSecret.read("", link).orElseThrow(PasswordChanges::useless);
        String username = QuarkusTransaction.requiringNew()
                .call(() -> good(token)
                        .flatMap(found -> accounts.find(token.id()))
                        .map(Account::username)
                        .orElseThrow(PasswordChanges::useless));
        check("/password", wanted, username);
        String hash = passwords.hash(String.valueOf(wanted));
        QuarkusTransaction.requiringNew().run(() -> {
            sessions.endAllBut(token.id(), null, End.PASSWORD);
            Account account = accounts.lock(token.id());
            entities.remove(good(token).orElseThrow(PasswordChanges::useless));
            accounts.changePassword(account.id(), account.passwordHash(), hash);
        });
    }

    @Scheduled(every = "1h", delayed = "20m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        entities.createQuery("delete from PasswordReset r where r.expiresAt < :now")
                .setParameter("now", time.instant())
                .executeUpdate();
    }

    private Optional<PasswordReset> good(HandedSecret token) {
        return Optional.ofNullable(entities.find(PasswordReset.class, token.id().value()))
                .filter(found -> found.good(token.hash(), time.instant()));
    }

    private static void check(String pointer, @Nullable String password, String username) {
        List<FieldError> errors = PasswordRule.errors(pointer, password, username);
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }

    private static Refused useless() {
        return new Refused(Problem.CREDENTIALS_WRONG, "This link is not good any more; ask for another.");
    }
}
