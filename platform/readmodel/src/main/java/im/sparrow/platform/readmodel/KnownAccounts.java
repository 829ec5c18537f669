package im.sparrow.platform.readmodel;

import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up accounts as this service remembers them: always many at once, never one in a loop. */
@Singleton
public class KnownAccounts {

    /** Accounts looked up by one statement; more take several. */
    public static final int STATEMENT_MAX = 1_000;

    private static final Duration NEWS_TRAVELS = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long LOOK_MILLIS = 20;

    private final KnownAccountTable table;
    private final InstantSource clock;

    KnownAccounts(KnownAccountTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * The accounts with these ids, deleted ones included; whoever is not known is not in the answer.
     *
     * @throws Refused {@code unavailable} while the database is away
     */
    public Map<Id, KnownAccount> find(Collection<Id> ids) {
        Map<Id, KnownAccount> found = new HashMap<>();
        List<Id> wanted = new ArrayList<>(new HashSet<>(ids));
        for (int from = 0; from < wanted.size(); from += STATEMENT_MAX) {
            List<Id> some = wanted.subList(from, Math.min(wanted.size(), from + STATEMENT_MAX));
            asked(() -> table.byId(some)).forEach(account -> found.put(account.id(), account));
        }
        return found;
    }

    /** The accounts with these user names, at most {@link #STATEMENT_MAX}. */
    public Map<String, KnownAccount> findByUsername(Set<String> usernames) {
        if (usernames.isEmpty()) {
            return Map.of();
        }
        return asked(() -> table.byUsername(usernames)).stream()
                .filter(KnownAccount::active)
                .collect(Collectors.toMap(KnownAccount::username, Function.identity(), KnownAccounts::newest));
    }

    /**
     * Those of these accounts that can be met, for who wants to do something with them. One that was made in the last
     * half minute may still be on its way here, so an unknown id of that age is waited for, a second at most; any other is
     * answered at once. Not in a transaction, which would wait too.
     */
    public Map<Id, KnownAccount> findActive(Collection<Id> ids) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<Id, KnownAccount> found = find(ids);
        while (ids.stream().anyMatch(id -> !found.containsKey(id) && recent(id))
                && System.nanoTime() < end
                && pause()) {
            found.putAll(find(ids));
        }
        found.values().removeIf(account -> !account.active());
        return found;
    }

    /** Those with an id in a range, by id, the last one included: to be compared with their owner's. */
    public List<KnownAccount> between(long after, long upTo) {
        return asked(() -> table.between(after, upTo));
    }

    /** The same in short. */
    public Digest digest(long after, long upTo) {
        return Digest.of(
                between(after, upTo).stream()
                        .map(account -> account.record().content())
                        .toList(),
                null);
    }

    /**
     * Takes the owner's word for what is known of a range.
     *
     * @param mine what {@link #between} answered before the owner was asked
     * @param truth what the owner has in the same range
     * @return how many differed
     */
    public int adopt(List<KnownAccount> mine, Collection<AccountRecord> truth) {
        Map<Id, KnownAccount> known = new HashMap<>();
        mine.forEach(account -> known.put(account.id(), account));
        List<KnownAccount> different = new ArrayList<>();
        for (AccountRecord account : truth) {
            KnownAccount before = known.remove(account.id());
            if (before == null || !before.record().equals(account)) {
                different.add(KnownAccount.of(account));
            }
        }
        return asked(() -> {
                    if (!different.isEmpty()) {
                        table.replace(different);
                    }
                    if (!known.isEmpty()) {
                        table.forget(known.keySet());
                    }
                    return List.of(different.size() + known.size());
                })
                .getFirst();
    }

    private boolean recent(Id id) {
        var age = Duration.between(Ids.madeAt(id), clock.instant());
        return age.compareTo(NEWS_TRAVELS) < 0;
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A name is free again when its account is deleted: the younger account has it. */
    private static KnownAccount newest(KnownAccount one, KnownAccount other) {
        return one.id().compareTo(other.id()) > 0 ? one : other;
    }

    private static <T> List<T> asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException away) {
            throw new Refused(Problem.UNAVAILABLE, "The database is away; try again in a moment.");
        }
    }

    private interface Question<T> {
        List<T> ask() throws SQLException;
    }
}
