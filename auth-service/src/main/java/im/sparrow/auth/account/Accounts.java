package im.sparrow.auth.account;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.contracts.account.AccountRecord.Status;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;

/** Accounts: made, found, changed; each change announced in its own transaction. */
@Singleton
public class Accounts {

    private final AccountRepository repository;
    private final AccountEvents events;
    private final Ids ids;
    private final InstantSource time;

    Accounts(AccountRepository repository, AccountEvents events, Ids ids, InstantSource time) {
        this.repository = repository;
        this.events = events;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Makes an account and announces it.
     *
     * @throws Refused {@code name_taken}; the transaction can then only be rolled back
     */
    @Transactional(TxType.MANDATORY)
    public Account create(NewAccount made) {
        var account = new Account(ids.next(), made, time.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            repository.persistAndFlush(account);
        } catch (ConstraintViolationException taken) {
            throw new Refused(
                    Problem.NAME_TAKEN, "This user name is taken, or looks like one that is; choose another.");
        }
        events.changed(account);
        return account;
    }

    /** The account of a name in its normal form, unless it is deleted. */
    @Transactional
    public Optional<Account> named(String username) {
        return repository.named(username).filter(Accounts::active);
    }

    /** The account of an id, unless it is deleted. */
    @Transactional
    public Optional<Account> find(Id id) {
        return repository.findByIdOptional(id.value()).filter(Accounts::active);
    }

    /**
     * The account of an id.
     *
     * @throws Refused {@code not_found} when there is none, or it is deleted
     */
    @Transactional
    public Account get(Id id) {
        return find(id).orElseThrow(Refused::notFound);
    }

    /** The self-describing hash of the account's password; empty when it has none. */
    @Transactional
    public Optional<String> passwordHash(Id id) {
        return find(id).flatMap(Account::passwordHash);
    }

    /**
     * The account, which nobody else changes until the end of the transaction. Must be the transaction's first look at
     * it: what the mapper has already read it does not read again.
     *
     * @throws Refused {@code not_found}
     */
    @Transactional(TxType.MANDATORY)
    public Account lock(Id id) {
        return lockIfThere(id).orElseThrow(Refused::notFound);
    }

    /** The same, or empty when there is no such account. Who locks several does so in the order of their ids. */
    @Transactional(TxType.MANDATORY)
    public Optional<Account> lockIfThere(Id id) {
        return repository.locked(id.value()).filter(Accounts::active);
    }

    /** Gives a locked account other roles; false when it has just these already. {@link #mayDoOther} must follow. */
    @Transactional(TxType.MANDATORY)
    public boolean giveRoles(Account locked, Set<Id> roleIds) {
        if (locked.roleIds().equals(roleIds)) {
            return false;
        }
        locked.replaceRoles(roleIds);
        events.changed(locked);
        return true;
    }

    /**
     * What a locked account may do is another thing now: raises its {@code ver} and says so, so that its tokens are stale
     * everywhere and its devices look.
     *
     * @param banned whether it may not even log in now: its sockets are closed
     */
    @Transactional(TxType.MANDATORY)
    public void mayDoOther(Account locked, boolean banned) {
        locked.raise();
        events.mayDoOther(locked, banned);
        events.hint(locked.id(), "rights", locked.ver());
    }

    /** The ids of at most so many accounts that have a role, after an id, in their order. */
    @Transactional(TxType.MANDATORY)
    public List<Id> holders(Id roleId, long after, int limit) {
        return repository.holders(roleId.value(), after, limit).stream()
                .map(Id::of)
                .toList();
    }

    /**
     * Tells the account's devices that its list of sessions changed.
     *
     * @param area what they are told: {@code sessions}, {@code new_device} or {@code identities}
     */
    @Transactional(TxType.MANDATORY)
    public void sessionsChanged(Id id, String area) {
        events.hint(id, area, repository.nextSessionsVersion(id.value()));
    }

    /**
     * Stores another hash of the account's password.
     *
     * @param known the hash it had: when that is another one by now, nothing happens
     * @return whether it was stored
     */
    @Transactional
    public boolean changePassword(Id id, Optional<String> known, String hash) {
        Account account = lock(id);
        boolean same = account.passwordHash().equals(known);
        if (same) {
            account.changePassword(hash);
        }
        return same;
    }

    @Transactional
    ProfileView changeProfile(Id id, ChangeProfile change) {
        change.check();
        Account account = lock(id);
        account.changeProfile(change);
        events.changed(account);
        events.hint(id, "profile", account.version());
        return ProfileView.of(account);
    }

    /** Marks an account that the transaction has made or locked as one that speaks for the installation or a product. */
    @Transactional(TxType.MANDATORY)
    public void makeOfficial(Account account) {
        account.makeOfficial();
    }

    /** Shows another picture of an account that the transaction has made or locked. */
    @Transactional(TxType.MANDATORY)
    public void showPhoto(Id id, String path) {
        Account account = get(id);
        account.changeProfile(new ChangeProfile(null, path, null, null, null));
        events.changed(account);
    }

    /** The public records by id, deleted ones included, for those who keep a copy. */
    @Transactional
    List<AccountRecord> snapshot(long after, int limit) {
        return repository.after(after, limit).stream()
                .map(AccountEvents::record)
                .toList();
    }

    private static boolean active(Account account) {
        return account.status() == Status.ACTIVE;
    }
}
