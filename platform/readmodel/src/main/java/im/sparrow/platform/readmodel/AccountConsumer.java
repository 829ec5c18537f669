package im.sparrow.platform.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.platform.kafka.DeadLetters;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what auth-service tells. A batch is stored whole before its offsets are committed; told again, it changes
 * nothing. A database that is away is waited for, and a record that cannot be read goes to the dead letters.
 */
@Singleton
class AccountConsumer {

    private static final Logger LOG = Logger.getLogger(AccountConsumer.class);
    private static final long RETRY_MILLIS = 500;
    private static final int PHOTO_MAX = 1_000;
    private static final int SIGNATURE_MAX = 500;
    private static final int ROLES_MAX = 100;

    private final KnownAccountTable table;
    private final ObjectMapper json;
    private final DeadLetters dead;

    AccountConsumer(KnownAccountTable table, ObjectMapper json, DeadLetters dead) {
        this.table = table;
        this.json = json;
        this.dead = dead;
    }

    // Ordered, one batch at a time; on virtual threads batches would overtake each other, and so would their offsets.
    @Incoming("accounts")
    @Blocking
    void hear(ConsumerRecords<String, String> batch) throws InterruptedException {
        Map<Id, KnownAccount> newest = new HashMap<>();
        for (ConsumerRecord<String, String> record : batch) {
            read(record).ifPresent(account -> newest.merge(account.id(), account, AccountConsumer::newer));
        }
        boolean stored = newest.isEmpty();
        while (!stored) {
            try {
                table.store(newest.values());
                stored = true;
            } catch (SQLException away) {
                LOG.warnf("%d accounts wait for the database: %s", newest.size(), away.getMessage());
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    private Optional<KnownAccount> read(ConsumerRecord<String, String> record) {
        try {
            AccountRecord account = json.readValue(record.value(), AccountRecord.class);
            if (fits(account)) {
                return Optional.of(KnownAccount.of(account));
            }
            dead.bury(record, Topics.ACCOUNT_DLT, Problem.INVALID_BODY);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            dead.bury(record, Topics.ACCOUNT_DLT, Problem.MALFORMED);
        }
        return Optional.empty();
    }

    // Read from outside, so any field may be null whatever the record's declaration says.
    private static boolean fits(@Nullable AccountRecord account) {
        return account != null
                && fits(account.username(), Bounds.USERNAME_MAX)
                && fits(account.nickname(), Bounds.NAME_MAX)
                && (account.photo() == null || account.photo().length() <= PHOTO_MAX)
                && (account.signature() == null || account.signature().length() <= SIGNATURE_MAX)
                && isThere(account.id())
                && isThere(account.status())
                && isThere(account.roleIds())
                && account.roleIds().size() <= ROLES_MAX;
    }

    private static boolean fits(@Nullable String text, int max) {
        return text != null && text.length() <= max;
    }

    private static boolean isThere(@Nullable Object value) {
        return value != null;
    }

    private static KnownAccount newer(KnownAccount one, KnownAccount other) {
        return one.version() >= other.version() ? one : other;
    }
}
