package im.sparrow.auth.login;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.account.Usernames;
import im.sparrow.auth.password.Passwords;
import im.sparrow.auth.password.Throttle;
import im.sparrow.auth.registration.Registrations;
import im.sparrow.auth.sanction.LiveSanction;
import im.sparrow.auth.secondfactor.SecondFactors;
import im.sparrow.auth.session.Device;
import im.sparrow.auth.session.Session;
import im.sparrow.auth.session.Sessions;
import im.sparrow.auth.standing.Standing;
import im.sparrow.auth.standing.Standings;
import im.sparrow.auth.token.AccessTokens;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Answered;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.identity.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In, still in, out. A password is hashed outside of any transaction, so that hashing holds no connection. */
@Singleton
public class Logins {

    private static final String REGISTER = "POST /auth/register";

    /** Who registers has no account yet; the key is all there is to tell one from another. */
    private static final Id NOBODY_YET = Id.of(1);

    private final Accounts accounts;
    private final Standings standings;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final Throttle throttle;
    private final Registrations registrations;
    private final SecondFactors factors;
    private final IdempotencyKeys keys;

    Logins(
            Accounts accounts,
            Standings standings,
            Sessions sessions,
            Passwords passwords,
            AccessTokens tokens,
            Throttle throttle,
            Registrations registrations,
            SecondFactors factors,
            IdempotencyKeys keys) {
        this.accounts = accounts;
        this.standings = standings;
        this.sessions = sessions;
        this.passwords = passwords;
        this.tokens = tokens;
        this.throttle = throttle;
        this.registrations = registrations;
        this.factors = factors;
        this.keys = keys;
    }

    /**
     * Makes an account and lets its maker in. A repeat under the same key lets him in again, if he knows the password.
     *
     * @param key the request's Idempotency-Key, or null
     * @return empty when an administrator decides first
     * @throws Refused {@code name_taken}, {@code right_missing} when registration is closed, {@code invalid_body} without
     *     an invitation where one is needed, {@code busy}, {@code idempotency_key_reused}
     */
    Optional<Admitted> register(Register.Checked wanted, Device device, @Nullable String key) {
        registrations.open();
        if (key == null && accounts.named(wanted.username()).isPresent()) {
            throw new Refused(Problem.NAME_TAKEN, "This user name is taken; choose another.");
        }
        String hash = passwords.hash(wanted.password());
        // The password is no part of what is remembered; it is compared with the account's own.
        var request = new CreatingRequest(NOBODY_YET, REGISTER, key, new Asked(wanted.username(), wanted.nickname()));
        Answered<Registrations.Outcome> answer = keys.once(
                request,
                Registrations.Outcome.class,
                () -> registrations.register(
                        wanted.username(), wanted.nickname(), hash, wanted.note(), wanted.invitation()));
        Id account = answer.value().account();
        if (account == null) {
            return Optional.empty();
        }
        if (answer.repeated() && !passwords.check(wanted.password(), accounts.passwordHash(account))) {
            throw new Refused(
                    Problem.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key belongs to another request; use a new one for each.");
        }
        return Optional.of(QuarkusTransaction.requiringNew().call(() -> admit(account, device)));
    }

    /** What a repeated registration must have in common with the first. */
    private record Asked(String username, String nickname) {}

    /**
     * Lets somebody in by password.
     *
     * @throws Refused {@code credentials_wrong}, the same for an unknown name; {@code second_factor_needed} and {@code
     *     right_missing} for a banned account, only after the right password; {@code rate_limited}, {@code busy}
     */
    Admitted logIn(LogIn.Checked attempt, Device device, String address) {
        String username = Usernames.normal(attempt.username());
        Optional<Account> account = accounts.named(username);
        boolean known =
                account.map(found -> sessions.knows(found.id(), device.id())).orElse(false);
        var guess = new Throttle.Attempt(username, address, known);
        throttle.check(guess);
        Optional<String> hash = account.flatMap(Account::passwordHash);
        if (!passwords.check(attempt.password(), hash) || account.isEmpty()) {
            throttle.wrong(guess);
            throw new Refused(Problem.CREDENTIALS_WRONG, "User name or password is wrong.");
        }
        Id userId = account.get().id();
        passSecondFactor(userId, attempt.code(), guess);
        throttle.right(guess);
        if (hash.filter(passwords::outdated).isPresent()) {
            accounts.changePassword(userId, hash, passwords.hash(attempt.password()));
        }
        return QuarkusTransaction.requiringNew().call(() -> admit(userId, device));
    }

    /**
     * Lets somebody in for whom another provider vouches, and who has no second factor here.
     *
     * @throws Refused {@code second_factor_needed}, {@code right_missing} for a banned account
     */
    public Admitted vouched(Id userId, Device device) {
        if (factors.on(userId)) {
            throw codeNeeded();
        }
        return QuarkusTransaction.requiringNew().call(() -> admit(userId, device));
    }

    /**
     * The same with the code that was asked for.
     *
     * @throws Refused {@code second_factor_needed}, {@code credentials_wrong}, {@code rate_limited}, {@code right_missing}
     */
    public Admitted vouched(Id userId, @Nullable String code, Device device, String address) {
        String username = accounts.find(userId).map(Account::username).orElseThrow(Logins::gone);
        var guess = new Throttle.Attempt(username, address, true);
        throttle.check(guess);
        passSecondFactor(userId, code, guess);
        return QuarkusTransaction.requiringNew().call(() -> admit(userId, device));
    }

    private void passSecondFactor(Id userId, @Nullable String code, Throttle.Attempt guess) {
        if (!factors.on(userId)) {
            return;
        }
        if (code == null || code.isBlank()) {
            throw codeNeeded();
        }
        if (!factors.pass(userId, code)) {
            throttle.wrong(guess);
            throw SecondFactors.wrong();
        }
    }

    /**
     * Trades a refresh token for the next pair. Who may not log in any more is refused and keeps his token, so that it is
     * good again when he may.
     *
     * @throws Refused {@code token_invalid}, {@code right_missing} for a banned account
     */
    @Transactional(dontRollbackOn = Refused.class)
    Admitted refresh(String refreshToken) {
        Sessions.Presented presented = sessions.present(refreshToken);
        Standing standing = standing(presented.session().accountId());
        return admitted(standing, sessions.keep(presented));
    }

    @Scheduled(every = "1h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetKeys() {
        keys.purge();
    }

    private Admitted admit(Id userId, Device device) {
        Standing standing = standing(userId);
        return admitted(standing, sessions.open(userId, device));
    }

    private static Refused codeNeeded() {
        return new Refused(Problem.SECOND_FACTOR_NEEDED, "Send the code of the authenticator app too.");
    }

    private static Refused gone() {
        return new Refused(Problem.TOKEN_INVALID, "This account does not exist any more.");
    }

    private Standing standing(Id userId) {
        Standing standing = standings.of(userId).orElseThrow(Logins::gone);
        if (!standing.mayLogIn()) {
            throw standing.ban()
                    .map(Logins::banned)
                    .orElseGet(() -> new Refused(
                            Problem.RIGHT_MISSING,
                            "This account may not log in (it lacks the right " + Rights.LOGIN
                                    + "); ask an administrator."));
        }
        return standing;
    }

    /** Says why and until when; whoever hears it has shown the right password or token. */
    private static Refused banned(LiveSanction ban) {
        var refused =
                new Refused(Problem.RIGHT_MISSING, "This account is banned: " + ban.reason()).because(ban.reason());
        Instant until = ban.until();
        return until == null ? refused : refused.until(until);
    }

    private Admitted admitted(Standing standing, Sessions.Kept kept) {
        Session session = kept.session();
        AccessTokens.Signed access = tokens.person(
                new Caller.Person(
                        standing.userId(),
                        session.id(),
                        standing.ver(),
                        standing.rv(),
                        standing.roleIds(),
                        standing.until()),
                standing.rights());
        return new Admitted(standing.userId(), session.id(), access, kept.refreshToken());
    }
}
