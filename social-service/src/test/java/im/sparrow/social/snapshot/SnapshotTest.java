package im.sparrow.social.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.social.Person;
import im.sparrow.social.SocialTest;
import im.sparrow.social.Told;
import im.sparrow.testing.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands, for the log that lost it. */
@SocialTest
class SnapshotTest {

    private static final String CONVERSATIONS = "/internal/v1/conversations";

    private final Person anna = Person.newcomer();
    private final Person ben = Person.newcomer();
    private final Id stranger = Person.newcomer().id();

    @Test
    void a_conversation_stands_in_the_snapshot_as_it_was_decided() {
        var group = anna.makesGroup("Tea", ben);
        long before = Long.parseLong(group.conversationId()) - 1;

        var item = asked().get(CONVERSATIONS + "/snapshot?after=" + before + "&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(item.getString("items[0].id")).isEqualTo(group.conversationId());
        assertThat(item.getString("items[0].title")).isEqualTo("Tea");
        assertThat(item.getList("items[0].members.userId", String.class))
                .containsExactlyInAnyOrder(anna.id().toString(), ben.id().toString());
        assertThat(asked().get(CONVERSATIONS + "/digest?after=" + before)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getInt("count"))
                .isPositive();
    }

    @Test
    void told_again_everyone_has_a_newer_version_and_a_stranger_is_gone() {
        try (var told = new Told()) {
            var group = anna.makesGroup("Tea", ben);
            told.log(group.conversationId(), 2);

            asked().contentType("application/json")
                    .body(Map.of(
                            "conversations",
                            List.of(Map.of(
                                    "id",
                                    group.conversationId(),
                                    "strangers",
                                    List.of(stranger.toString(), ben.id().toString())))))
                    .post(CONVERSATIONS + "/tell-again")
                    .then()
                    .statusCode(204);

            List<Command> again = told.log(group.conversationId(), 5).subList(2, 5);
            assertThat(again.get(0)).isInstanceOfSatisfying(ApplyConversation.class, described -> {
                assertThat(described.cause()).isEqualTo(Cause.SILENT);
                assertThat(described.version()).isEqualTo(3);
            });
            assertThat(again.get(1)).isInstanceOfSatisfying(ApplyMembers.class, members -> {
                assertThat(members.members()).allMatch(member -> member.version() == 4 && !member.gone());
                assertThat(members.members()).hasSize(2);
            });
            assertThat(again.get(2))
                    .isInstanceOfSatisfying(
                            ApplyMembers.class,
                            members -> assertThat(members.members())
                                    .singleElement()
                                    .matches(member -> member.userId().equals(stranger) && member.gone()));
        }
    }

    @Test
    void nobody_else_may_ask() {
        given().auth()
                .oauth2(TestTokens.user(anna.id().value()).sign())
                .get(CONVERSATIONS + "/snapshot")
                .then()
                .statusCode(403);
    }

    private static RequestSpecification asked() {
        return given().auth().oauth2(TestTokens.service("message").sign());
    }
}
