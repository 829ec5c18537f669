package im.sparrow.gateway.limit;

import im.sparrow.contracts.Id;
import im.sparrow.gateway.limit.Budget.Verdict;
import im.sparrow.platform.core.Refused;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The budgets of all users who did something here lately. Bounded by forgetting those that are full again. */
@Singleton
public class Budgets {

    private final LimitsConfig config;
    private final Map<Id, Budget> commands = new ConcurrentHashMap<>();

    public Budgets(LimitsConfig config) {
        this.config = config;
    }

    /** A budget for the frames of a new socket. */
    public Budget frames() {
        return new Budget(config.framesPerSecond(), config.frameBurst(), System.nanoTime());
    }

    /**
     * Counts a command of a user.
     *
     * @return the refusal, unless it is fine
     */
    public Optional<Refusal> command(Id userId) {
        long now = System.nanoTime();
        var refusal = new Refusal[1];
        commands.compute(userId, (id, known) -> {
            Budget budget = known == null ? new Budget(config.sendsPerSecond(), config.sendBurst(), now) : known;
            Verdict verdict = budget.take(now);
            if (verdict != Verdict.FINE) {
                refusal[0] = new Refusal(budget.later(now), verdict == Verdict.FLOOD);
            }
            return budget;
        });
        return Optional.ofNullable(refusal[0]);
    }

    /**
     * Why a command is not taken.
     *
     * @param why with the time to wait
     * @param flood whether the user goes on although he is refused
     */
    public record Refusal(Refused why, boolean flood) {}

    @Scheduled(every = "30s")
    void forget() {
        long now = System.nanoTime();
        commands.forEach(
                (id, seen) -> commands.computeIfPresent(id, (same, budget) -> budget.untouched(now) ? null : budget));
    }
}
