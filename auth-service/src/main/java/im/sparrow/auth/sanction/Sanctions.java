package im.sparrow.auth.sanction;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.rbac.RoleTable;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sanctions: imposed, lifted, begun and ended; each step makes the person's tokens stale. */
@Singleton
public class Sanctions {

    /** Sanctions of one account that have not ended: each is read at every refresh. */
    static final int MOST_OPEN = 20;

    private final SanctionRepository repository;
    private final Accounts accounts;
    private final RoleTable table;
    private final Ids ids;
    private final InstantSource time;
    private final Audit audit;

    Sanctions(
            SanctionRepository repository,
            Accounts accounts,
            RoleTable table,
            Ids ids,
            InstantSource time,
            Audit audit) {
        this.repository = repository;
        this.accounts = accounts;
        this.table = table;
        this.ids = ids;
        this.time = time;
        this.audit = audit;
    }

    /** What takes something from an account now. */
    @Transactional(TxType.MANDATORY)
    public List<LiveSanction> live(Id accountId) {
        Instant now = now();
        return repository.open(accountId.value()).stream()
                .filter(sanction -> sanction.live(now))
                .map(LiveSanction::of)
                .toList();
    }

    /**
     * Imposes a sanction on an account.
     *
     * @throws Refused {@code invalid_body}, {@code not_found}, {@code last_administrator}, {@code too_large} beyond
     *     {@link #MOST_OPEN}
     */
    @Transactional
    SanctionView impose(Id accountId, Impose wanted, Id author) {
        table.lock();
        Account account = accounts.lock(accountId);
        if (repository.open(accountId.value()).size() >= MOST_OPEN) {
            throw new Refused(
                    Problem.TOO_LARGE, "This account has " + MOST_OPEN + " sanctions already; lift one first.");
        }
        Instant now = now();
        var sanction = new Sanction(ids.next(), accountId, author, wanted.check(now), now);
        repository.persistAndFlush(sanction);
        if (sanction.live(now)) {
            accounts.mayDoOther(account, sanction.kind() == SanctionKind.ban);
        }
        table.keepAnAdministrator();
        audit.say(Deed.SANCTION_IMPOSED, accountId, sanction.audited());
        return SanctionView.of(sanction);
    }

    /** Ends a sanction of an account by hand; nothing happens when it has ended already. */
    @Transactional
    void lift(Id accountId, Id id, Id by) {
        Account account = accounts.lock(accountId);
        Sanction sanction = repository
                .findByIdOptional(id.value())
                .filter(found -> found.accountId().equals(accountId))
                .orElseThrow(Refused::notFound);
        Instant now = now();
        boolean wasLive = sanction.live(now);
        if (sanction.lift(by, now)) {
            audit.say(Deed.SANCTION_LIFTED, accountId, Map.of("sanction", id.toString()));
            if (wasLive) {
                accounts.mayDoOther(account, false);
            }
        }
    }

    /** All of an account, the newest first. */
    @Transactional
    Page<SanctionView> of(Id accountId, Optional<String> cursor, int limit) {
        if (accounts.find(accountId).isEmpty()) {
            throw Refused.notFound();
        }
        long before = cursor.map(Sanctions::id).orElse(Long.MAX_VALUE);
        List<Sanction> found = repository.before(accountId.value(), before, limit + 1);
        List<Sanction> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Keyset.after(page.getLast().id()) : null;
        return new Page<>(page.stream().map(SanctionView::of).toList(), next);
    }

    /** Lets a sanction begin or end whose time has come; nothing happens when another instance was first. */
    @Transactional
    void advance(long id, Id accountId) {
        Account account = accounts.lock(accountId);
        Sanction sanction = repository.findById(id);
        if (sanction != null && sanction.advance(now())) {
            accounts.mayDoOther(account, sanction.kind() == SanctionKind.ban && sanction.live(now()));
        }
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(Keyset.read(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Refused.field("?cursor", "is not a cursor of this list");
        }
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
