package im.sparrow.platform.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.contracts.account.AccountRecord.Status;
import im.sparrow.platform.database.Ids;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.DatabaseResource;
import im.sparrow.testing.Records;
import im.sparrow.testing.Says;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(DatabaseResource.class)
@WithTestResource(Tables.class)
class KnownAccountsTest {

    private static final long OLD_IDS = 30;

    @Inject
    KnownAccounts accounts;

    @Inject
    Ids ids;

    @Inject
    ObjectMapper json;

    @Test
    void what_auth_tells_is_remembered_and_the_newer_version_wins() throws Exception {
        Id anna = ids.next();
        Id ben = ids.next();
        try (var auth = new Says()) {
            tell(auth, account(anna, "anna", "Anna", 1));
            tell(auth, account(anna, "anna", "Anna 2", 3));
            tell(auth, account(anna, "anna", "Anna late", 2));
            tell(auth, account(ben, "ben", "Ben", 1));

            Awaitility.await().until(() -> known(anna, 3) && known(ben, 1));
        }

        Map<Id, KnownAccount> found = accounts.find(List.of(anna, ben, ids.next()));

        assertThat(found).containsOnlyKeys(anna, ben);
        assertThat(found.get(anna)).extracting(KnownAccount::nickname).isEqualTo("Anna 2");
        assertThat(found.get(anna)).extracting(KnownAccount::roleIds).isEqualTo(List.of(Id.of(2), Id.of(3)));
        assertThat(accounts.findByUsername(Set.of("ben", "nobody"))).containsOnlyKeys("ben");
        assertThat(accounts.find(List.of())).isEmpty();
    }

    @Test
    void a_deleted_account_is_known_but_cannot_be_met() throws Exception {
        Id gone = ids.next();
        try (var auth = new Says()) {
            tell(auth, new AccountRecord(gone, "gone", "Gone", null, null, Status.DELETED, List.of(), false, 2));

            Awaitility.await().until(() -> accounts.find(List.of(gone)).containsKey(gone));
        }

        assertThat(accounts.findActive(List.of(gone))).isEmpty();
    }

    @Test
    void an_account_made_a_moment_ago_is_waited_for() throws Exception {
        Id fresh = ids.next();
        var asked = CompletableFuture.supplyAsync(() -> accounts.findActive(List.of(fresh)));
        try (var auth = new Says()) {
            tell(auth, account(fresh, "fresh", "Fresh", 1));

            assertThat(asked.get()).containsOnlyKeys(fresh);
        }
    }

    @Test
    void an_old_id_that_nobody_has_is_not_waited_for() {
        long start = System.nanoTime();

        for (long old = 1; old <= OLD_IDS; old++) {
            assertThat(accounts.findActive(List.of(Id.of(old)))).isEmpty();
        }

        // Whoever waits does so for a second each.
        assertThat(System.nanoTime() - start).isLessThan(OLD_IDS / 2 * 1_000_000_000L);
    }

    @Test
    void what_cannot_be_read_is_buried_without_its_words_and_the_next_record_is_heard() throws Exception {
        Id after = ids.next();
        String key = ids.next().toString();
        try (var auth = new Says();
                var letters = Records.fromNow(Topics.ACCOUNT_DLT)) {
            auth.say(Topics.ACCOUNT, key, "{\"id\":12}");
            auth.say(Topics.ACCOUNT, key, "not json");
            auth.say(Topics.ACCOUNT, key, "{\"id\":\"5\",\"username\":\"x\",\"findable\":true,\"version\":1}");
            tell(auth, account(after, "after", "After", 1));

            var buried = letters.await(key, 3);

            assertThat(buried).allSatisfy(letter -> assertThat(letter.value()).isEmpty());
            assertThat(buried)
                    .extracting(letter -> Records.header(letter, Headers.REASON).orElse(""))
                    .containsExactly("malformed", "malformed", "invalid_body");
            Awaitility.await().until(() -> accounts.findActive(List.of(after)).containsKey(after));
        }
    }

    @Test
    void the_channel_begins_with_the_oldest_record_under_the_services_own_group() {
        var config = ConfigProvider.getConfig();

        assertThat(List.of("auto.offset.reset", "group.id", "batch", "commit-strategy"))
                .extracting(name -> config.getValue("mp.messaging.incoming.accounts." + name, String.class))
                .containsExactly("earliest", "readmodel-test", "true", "latest");
    }

    private boolean known(Id id, long version) {
        return accounts.find(List.of(id)).values().stream().anyMatch(account -> account.version() == version);
    }

    private void tell(Says auth, AccountRecord account) throws Exception {
        auth.say(Topics.ACCOUNT, account.id().toString(), json.writeValueAsString(account));
    }

    private static AccountRecord account(Id id, String username, String nickname, long version) {
        return new AccountRecord(
                id, username, nickname, null, "Hello.", Status.ACTIVE, List.of(Id.of(2), Id.of(3)), true, version);
    }
}
