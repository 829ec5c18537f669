package im.sparrow.social.sync;

import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.database.Transactions;
import im.sparrow.social.SocialConfig;
import im.sparrow.social.contact.ContactLog;
import im.sparrow.social.request.FriendRequests;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Forgets once an hour what nobody asks for any more, a batch a transaction; two instances at it do no harm. */
@Singleton
class Forgetting {

    /** Batches in one hour; what is left waits for the next. */
    private static final int BATCHES = 100;

    private final ContactLog contacts;
    private final FriendRequests requests;
    private final IdempotencyKeys keys;
    private final InstantSource clock;
    private final SocialConfig config;

    Forgetting(
            ContactLog contacts,
            FriendRequests requests,
            IdempotencyKeys keys,
            InstantSource clock,
            SocialConfig config) {
        this.contacts = contacts;
        this.requests = requests;
        this.keys = keys;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        Instant before = clock.instant().minus(config.kept());
        repeat(() -> Transactions.retried(() -> contacts.forget(before)));
        repeat(() -> Transactions.retried(() -> requests.forget(before)));
        repeat(() -> keys.purge() == IdempotencyKeys.PURGE_ROWS);
    }

    private static void repeat(BooleanSupplier more) {
        for (int batch = 0; batch < BATCHES && more.getAsBoolean(); batch++) {
            // Each batch is a transaction of its own.
        }
    }
}
