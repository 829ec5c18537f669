package im.sparrow.social.welcome;

import im.sparrow.contracts.Id;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.database.Transactions;
import im.sparrow.social.group.GroupMembers;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings who is new into the groups where everybody begins. Looks each second at the accounts made in the last ten minutes
 * that it has not seen: news may come late and in another order than accounts were made.
 */
@Singleton
class DefaultGroups {

    /** People brought in by one transaction. */
    static final int AT_ONCE = 200;

    private static final Duration NEW = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final WelcomeConfig config;
    private final GroupMembers members;
    private final EntityManager entities;
    private final InstantSource clock;

    DefaultGroups(WelcomeConfig config, GroupMembers members, EntityManager entities, InstantSource clock) {
        this.config = config;
        this.members = members;
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (config.oldestGroup() || config.groups().isPresent()) {
            boolean more = true;
            while (more) {
                more = Transactions.retried(this::bring);
            }
        }
    }

    @Scheduled(every = "1h", delayed = "25m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        Transactions.retried(() -> {
            entities.createQuery("delete from Newcomer n where n.seenAt < :old")
                    .setParameter("old", now().minus(REMEMBERED))
                    .executeUpdate();
        });
    }

    /** Brings some; answers whether there may be more. */
    private boolean bring() {
        List<Id> fresh = unseen();
        if (fresh.isEmpty()) {
            return false;
        }
        fresh.forEach(account -> entities.persist(new Newcomer(account, now())));
        // Before the groups' locks: another instance that saw the same people fails here and looks again.
        entities.flush();
        groups().forEach(group -> members.bring(group, fresh));
        return fresh.size() == AT_ONCE;
    }

    private List<Id> unseen() {
        List<?> found = entities.createNativeQuery(
                        "SELECT k.id FROM known_account k"
                                + " LEFT JOIN newcomer n ON n.account_id = k.id"
                                + " WHERE k.id > :since AND k.status = 'ACTIVE' AND n.account_id IS NULL ORDER BY k.id",
                        Long.class)
                .setParameter("since", Ids.firstAt(now().minus(NEW)).value())
                .setMaxResults(AT_ONCE)
                .getResultList();
        return found.stream().map(Long.class::cast).map(Id::of).toList();
    }

    private Set<Id> groups() {
        Set<Id> groups = new LinkedHashSet<>();
        config.groups().orElse(List.of()).forEach(id -> groups.add(Id.of(id)));
        if (config.oldestGroup()) {
            members.oldestOpen().ifPresent(groups::add);
        }
        return groups;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
