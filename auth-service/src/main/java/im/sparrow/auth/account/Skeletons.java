package im.sparrow.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Gives accounts that were made before names had skeletons theirs; one that looks like an older one keeps none. */
@Singleton
class Skeletons {

    private static final Logger LOG = Logger.getLogger(Skeletons.class);
    private static final int AT_ONCE = 500;

    private final AccountRepository repository;

    Skeletons(AccountRepository repository) {
        this.repository = repository;
    }

    void start(@Observes StartupEvent starting) {
        long after = 0;
        List<Long> lacking = lacking(after);
        while (!lacking.isEmpty()) {
            lacking.forEach(this::take);
            after = lacking.getLast();
            lacking = lacking(after);
        }
    }

    private List<Long> lacking(long after) {
        return QuarkusTransaction.requiringNew().call(() -> repository.withoutSkeleton(after, AT_ONCE));
    }

    private void take(long id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                repository.findByIdOptional(id).ifPresent(Account::takeSkeleton);
                repository.flush();
            });
        } catch (ConstraintViolationException looksLikeAnother) {
            LOG.infof("the user name of account %d looks like an older one's", id);
        }
    }
}
