package im.sparrow.e2e;

import static im.sparrow.e2e.person.Frame.saying;
import static im.sparrow.e2e.person.Saying.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Problem;
import im.sparrow.e2e.person.Answer;
import im.sparrow.e2e.person.Chat;
import im.sparrow.e2e.person.Person;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is outside hears nothing, whichever way they ask. */
@ExtendWith(WholeSuite.class)
@Order(4)
class MembershipTest {

    private static final Chat NOWHERE = new Chat("1", "");

    @Test
    void a_removed_member_gets_nothing_more_by_push_pull_or_history(RunningSuite suite) {
        var olga = suite.register("Olga");
        var kim = suite.register("Kim");
        var rex = suite.register("Rex");
        olga.befriends(kim);
        olga.befriends(rex);
        var group = olga.makesGroup("three of us", kim, rex);

        try (var kims = kim.device();
                var rexs = rex.device()) {
            long before = olga.sends(text("while rex is here")).in(group);
            rexs.awaits("the message before", saying("while rex is here"));
            olga.removes(rex, group);
            olga.sends(text("rex is gone")).in(group);
            kims.awaits("the message after", saying("rex is gone"));

            var pulled = rexs.pulls(group, "afterSeq", before, 200);
            var answer = rexs.sends(text("may I?"), group, UUID.randomUUID());

            assertThat(answer.text("code")).isEqualTo(Problem.NOT_MEMBER.code());
            assertThat(pulled.toString()).doesNotContain("rex is gone");
            assertThat(rexs.heard()).containsExactly("while rex is here");
            assertThat(all(rex, group)).noneSatisfy(text -> assertThat(text).contains("rex is gone"));
            assertThat(all(kim, group)).anySatisfy(text -> assertThat(text).contains("rex is gone"));
            assertThat(kims.heard()).containsExactly("while rex is here", "rex is gone");
        }
    }

    /** All that the servers tell somebody about a conversation, by every way of asking. */
    private static List<String> all(Person person, Chat chat) {
        return List.of(
                person.asks("GET", chat.path("/messages?limit=200")).response().body(),
                person.asks("GET", chat.path("/messages?after=0&limit=200"))
                        .response()
                        .body(),
                person.asks("GET", chat.path("/messages?around=3&limit=200"))
                        .response()
                        .body(),
                person.asks("GET", chat.path("/changes?after=0")).response().body(),
                person.asks("GET", "/api/v1/conversations?limit=200").response().body());
    }

    @Test
    void a_stranger_hears_the_same_as_for_a_conversation_that_does_not_exist(RunningSuite suite) {
        var alice = suite.register("Alice");
        var bob = suite.register("Bob");
        var mallory = suite.register("Mallory");
        var chat = alice.befriends(bob);
        alice.sends(text("between us")).in(chat);

        for (var path : List.of("/messages", "/messages?after=0", "/changes?after=0", "/receipts")) {
            assertThat(same(mallory.asks("GET", chat.path(path)), chat))
                    .as(path)
                    .isEqualTo(same(mallory.asks("GET", NOWHERE.path(path)), NOWHERE))
                    .startsWith("404 ");
        }
        assertThat(same(mallory.sends(text("hello?")).once(chat), chat))
                .isEqualTo(same(mallory.sends(text("hello?")).once(NOWHERE), NOWHERE))
                .startsWith("404 ");
    }

    @Test
    void a_strangers_socket_hears_the_same_too(RunningSuite suite) {
        var alice = suite.register("Alice");
        var bob = suite.register("Bob");
        var mallory = suite.register("Mallory");
        var chat = alice.befriends(bob);
        alice.sends(text("between us")).in(chat);

        try (var device = mallory.device()) {
            var pulled = device.pulls(chat, "afterSeq", 0, 10);
            var nowhere = device.pulls(NOWHERE, "afterSeq", 0, 10);
            var sent = device.sends(text("hello?"), chat, UUID.randomUUID());

            assertThat(pulled.t()).isEqualTo("error");
            assertThat(pulled.text("code")).isEqualTo(nowhere.text("code"));
            assertThat(pulled.text("detail")).isEqualTo(nowhere.text("detail"));
            assertThat(sent.text("code")).isEqualTo(Problem.UNKNOWN_CONVERSATION.code());
        }
    }

    private static String same(Answer answer, Chat chat) {
        return answer.status() + " " + answer.response().body().replace(chat.id(), "ID");
    }
}
