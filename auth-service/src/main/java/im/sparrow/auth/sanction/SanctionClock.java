package im.sparrow.auth.sanction;

import im.sparrow.contracts.Id;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Lets sanctions begin and end at their second. Each look finds what is due until the next one and waits for each in turn;
 * the first look after a start finds what was missed. Instances do not agree on who does it: whoever locks the account
 * first has done it.
 */
@Singleton
class SanctionClock {

    /** Of one look; the rest is found by the next, a second later. */
    private static final int AT_ONCE = 200;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final SanctionRepository repository;
    private final Sanctions sanctions;
    private final InstantSource time;

    SanctionClock(SanctionRepository repository, Sanctions sanctions, InstantSource time) {
        this.repository = repository;
        this.sanctions = sanctions;
        this.time = time;
    }

    private record Due(long id, Id accountId, Instant at) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws InterruptedException {
        for (Due due : due(time.instant().plus(LOOK_EVERY))) {
            Duration left = Duration.between(time.instant(), due.at());
            if (left.isPositive()) {
                Thread.sleep(left);
            }
            sanctions.advance(due.id(), due.accountId());
        }
    }

    private List<Due> due(Instant until) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.due(until, AT_ONCE).stream()
                        .map(sanction -> {
                            Instant at = sanction.dueAt();
                            return new Due(sanction.id().value(), sanction.accountId(), at == null ? until : at);
                        })
                        .toList());
    }
}
