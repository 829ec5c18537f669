package im.sparrow.message.copy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationRecord;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.frame.Json;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.readmodel.KnownAccounts;
import im.sparrow.testing.TestTokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Copies that differ from what their owners answer. */
@MessageTest
@WithTestResource(value = OwnerDoors.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ComparisonTest {

    private static final String ACCOUNTS = "/internal/v1/accounts/";
    private static final String CONVERSATIONS = "/internal/v1/conversations/";

    @Inject
    KnownAccounts known;

    @ConfigProperty(name = "sparrow.copies.auth")
    String owners = "";

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();
    private final Id cat = Talk.newId();

    @Test
    void what_differs_is_as_the_owner_has_it_and_memberships_are_told_again() throws Exception {
        forgetWhatOtherTestsLeft();
        try (var talk = Talk.group(alice, bob, cat)) {
            owns(ACCOUNTS, List.of(account(alice, "Alice")), AccountRecord::content);
            var truth = conversation(talk.id);
            owns(CONVERSATIONS, List.of(truth), ConversationRecord::content);
            assertThat(compare()).isEqualTo(2);
            assertThat(known.find(List.of(alice)).get(alice))
                    .matches(account -> account.nickname().equals("Alice"));

            JsonNode told = said(CONVERSATIONS + "tell-again").path("conversations");

            assertThat(told).hasSize(1);
            assertThat(told.get(0).path("id").asText()).isEqualTo(talk.id.toString());
            assertThat(told.get(0).path("strangers")).hasSize(1);
            assertThat(told.get(0).path("strangers").get(0).asText()).isEqualTo(cat.toString());
        }
    }

    @Test
    void a_row_changed_by_hand_and_one_that_nobody_owns_are_put_right() throws Exception {
        owns(CONVERSATIONS, List.<ConversationRecord>of(), ConversationRecord::content);
        owns(ACCOUNTS, List.of(account(bob, "By hand"), account(cat, "Nobody")), AccountRecord::content);
        compare();

        owns(ACCOUNTS, List.of(account(bob, "Bob")), AccountRecord::content);
        assertThat(compare()).isEqualTo(2);

        assertThat(known.find(List.of(bob, cat)).values())
                .singleElement()
                .matches(account -> account.nickname().equals("Bob"));
        assertThat(compare()).isZero();
    }

    @Test
    void only_an_operator_may_have_it_compared() {
        given().auth()
                .oauth2(TestTokens.user(alice.value()).sign())
                .post("/internal/v1/copies/compare")
                .then()
                .statusCode(403);
    }

    private void forgetWhatOtherTestsLeft() throws Exception {
        owns(ACCOUNTS, List.<AccountRecord>of(), AccountRecord::content);
        owns(CONVERSATIONS, List.<ConversationRecord>of(), ConversationRecord::content);
        compare();
    }

    private static AccountRecord account(Id id, String nickname) {
        return new AccountRecord(
                id, "u" + id, nickname, null, null, AccountRecord.Status.ACTIVE, List.of(Id.of(2)), true, 1);
    }

    /** As it was made, but without Cat. */
    private ConversationRecord conversation(Id id) {
        return new ConversationRecord(
                id,
                ConversationKind.GROUP,
                "a title",
                null,
                ConversationState.OPEN,
                List.of(
                        new ConversationRecord.Member(alice, MemberRole.OWNER, true),
                        new ConversationRecord.Member(bob, MemberRole.MEMBER, true)));
    }

    private <T> void owns(String path, List<T> all, java.util.function.Function<T, String> content) throws Exception {
        put(path + "digest?after=0", Digest.of(all.stream().map(content).toList(), null));
        String limit = path.equals(ACCOUNTS) ? "&limit=200" : "";
        put(path + "snapshot?after=0" + limit, new Page<>(all, null));
    }

    private void put(String path, Object document) throws Exception {
        given().body(Json.MAPPER.writeValueAsBytes(document))
                .put(owners + path)
                .then()
                .statusCode(200);
    }

    private JsonNode said(String path) throws Exception {
        return Json.MAPPER.readTree(given().get(owners + path).asByteArray());
    }

    private static int compare() {
        return given().auth()
                .oauth2(TestTokens.service("admin").sign())
                .post("/internal/v1/copies/compare")
                .then()
                .statusCode(200)
                .extract()
                .path("repaired");
    }
}
