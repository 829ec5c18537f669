package im.sparrow.auth.serverkey;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.account.NewAccount;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.rbac.BuiltInRoles;
import im.sparrow.auth.session.Device;
import im.sparrow.auth.session.Session.End;
import im.sparrow.auth.session.Sessions;
import im.sparrow.auth.standing.Standing;
import im.sparrow.auth.standing.Standings;
import im.sparrow.auth.token.AccessTokens;
import im.sparrow.auth.token.HandedSecret;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.identity.Caller;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Keys: made, traded for tokens, taken back. */
@Singleton
class ServerKeys {

    private static final Logger LOG = Logger.getLogger(ServerKeys.class);

    /** How a key begins, by which scanners of leaked secrets find it. */
    private static final String PREFIX = "sparrow_";

    private final Accounts accounts;
    private final Standings standings;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final EntityManager entities;
    private final Ids ids;
    private final InstantSource time;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    ServerKeys(
            Accounts accounts,
            Standings standings,
            Sessions sessions,
            AccessTokens tokens,
            EntityManager entities,
            Ids ids,
            InstantSource time,
            Audit audit) {
        this.accounts = accounts;
        this.standings = standings;
        this.sessions = sessions;
        this.tokens = tokens;
        this.entities = entities;
        this.ids = ids;
        this.time = time;
        this.audit = audit;
    }

    /**
     * A new key.
     *
     * @param key what the program is given; nobody can see it again
     * @param serverKey the rest
     */
    public record Made(String key, ServerKeyView serverKey) {}

    /**
     * A program that is in.
     *
     * @param userId as whom
     * @param access its token
     */
    record Admitted(Id userId, AccessTokens.Signed access) {}

    /** @throws Refused {@code not_found} for the account, {@code name_taken}, {@code right_missing} for one that administers */
    @Transactional
    Made make(NewServerKey.Checked wanted, Id author) {
        Id accountId = account(wanted);
        HandedSecret key = HandedSecret.make(PREFIX, ids.next(), random);
        var made = new ServerKey(key, wanted.kind(), wanted.name(), wanted.scopes(), accountId, author, now());
        entities.persist(made);
        audit.say(Deed.SERVER_KEY_MADE, "server-key:" + made.id(), made.audited());
        LOG.infof("server key %s of account %s made by %s", made.id(), accountId, author);
        return new Made(key.text(), made.view());
    }

    /** The newest, revoked ones too, at most a page. */
    @Transactional
    Page<ServerKeyView> newest() {
        return new Page<>(
                entities
                        .createQuery("from ServerKey k order by k.id desc", ServerKey.class)
                        .setMaxResults(Bounds.PAGE_MAX)
                        .getResultList()
                        .stream()
                        .map(ServerKey::view)
                        .toList(),
                null);
    }

    /** Takes a key back: its tokens are refused when this is heard. @throws Refused {@code not_found} */
    @Transactional
    void revoke(Id id, Id by) {
        ServerKey found = locked(id).filter(key -> key.revoke(by, now())).orElseThrow(Refused::notFound);
        found.sessionId().ifPresent(sid -> sessions.end(found.accountId(), sid, End.ADMINISTRATION));
        audit.say(Deed.SERVER_KEY_REVOKED, "server-key:" + id, Map.of());
        LOG.infof("server key %s revoked by %s", id, by);
    }

    /** Trades a key for a token. @throws Refused {@code credentials_wrong}, {@code right_missing} for a banned account */
    @Transactional
    Admitted trade(String text) {
        ServerKey key = HandedSecret.read(PREFIX, text)
                .flatMap(shown -> locked(shown.id()).filter(found -> found.good(shown)))
                .orElseThrow(() -> new Refused(Problem.CREDENTIALS_WRONG, "This key is none, or was taken back."));
        Standing standing = standings
                .of(key.accountId())
                .filter(Standing::mayLogIn)
                .orElseThrow(() -> new Refused(
                        Problem.RIGHT_MISSING, "The account of this key may not log in; ask an administrator."));
        Id sid = key.sessionId()
                .filter(known -> sessions.isOpen(key.accountId(), known))
                .orElseGet(() -> opened(key));
        key.used(sid, now());
        var person = new Caller.Person(
                standing.userId(), sid, standing.ver(), standing.rv(), standing.roleIds(), standing.until());
        return new Admitted(standing.userId(), tokens.person(person, rights(key, standing)));
    }

    /**
     * Whoever administers is nobody that a key may be, or get a token of: a stolen key must not become an administrator.
     *
     * @throws Refused {@code not_found}, {@code right_missing}
     */
    @Transactional
    void mayBe(Id userId) {
        Standing standing = standings.of(userId).orElseThrow(Refused::notFound);
        if (standing.rights().stream().anyMatch(right -> right.equals(Rights.ADMIN) || right.startsWith("admin."))) {
            throw new Refused(Problem.RIGHT_MISSING, "No key acts for somebody who administers.");
        }
    }

    /** @throws Refused as {@link #mayBe}, and {@code right_missing} for an account that has keys of its own */
    @Transactional
    void mayBeLetIn(Id userId) {
        mayBe(userId);
        if (accounts.find(userId).filter(Account::official).isPresent()) {
            throw new Refused(Problem.RIGHT_MISSING, "An official account comes in by its own key.");
        }
        audit.say(Deed.USER_LET_IN, userId);
    }

    /** Makes a user for a program. @throws Refused {@code name_taken} */
    @Transactional
    Id user(NewAccount wanted) {
        Id made = accounts.create(wanted).id();
        audit.say(Deed.USER_MADE, made);
        return made;
    }

    private Id account(NewServerKey.Checked wanted) {
        Id known = wanted.accountId();
        if (known != null) {
            Account account = accounts.lock(known);
            mayBe(known);
            accounts.makeOfficial(account);
            return known;
        }
        Account made = accounts.create(new NewAccount(
                String.valueOf(wanted.username()), wanted.name(), null, null, Set.of(BuiltInRoles.USER)));
        accounts.makeOfficial(made);
        return made.id();
    }

    private Id opened(ServerKey key) {
        return sessions.open(key.accountId(), new Device("key-" + key.id(), key.name(), null))
                .session()
                .id();
    }

    /** What the account may do, cut down to the scopes, and what the key alone may do. */
    private static Set<String> rights(ServerKey key, Standing standing) {
        Set<String> rights = new HashSet<>(Set.of(Rights.LOGIN));
        Set<String> own = new HashSet<>();
        for (Scope scope : key.scopes()) {
            rights.addAll(scope.ofTheAccount());
            own.addAll(scope.itsOwn());
        }
        rights.retainAll(standing.rights());
        rights.addAll(own);
        return rights;
    }

    private Optional<ServerKey> locked(Id id) {
        // By hand: the mapper's own lock says FOR UPDATE OF, which MariaDB does not read.
        entities.createNativeQuery("SELECT id FROM server_key WHERE id = :id FOR UPDATE")
                .setParameter("id", id.value())
                .getResultList();
        return Optional.ofNullable(entities.find(ServerKey.class, id.value()));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
