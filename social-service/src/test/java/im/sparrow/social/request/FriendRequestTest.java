package im.sparrow.social.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.AccountRecord.Status;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.message.Command.ApplyConversation;
import im.sparrow.contracts.message.Command.ApplyMembers;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.social.Person;
import im.sparrow.social.SmallBounds;
import im.sparrow.social.SocialTest;
import im.sparrow.social.Told;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SocialTest
class FriendRequestTest {

    private final Person anna = Person.newcomer();
    private final Person ben = Person.newcomer();

    @Test
    void who_asks_and_who_is_asked_see_the_request_with_its_greeting() {
        anna.posts("/friend-requests", Map.of("toUserId", ben.id(), "greeting", "  Hi Ben  "))
                .statusCode(201)
                .body("state", equalTo("pending"), "greeting", equalTo("Hi Ben"))
                .body(
                        "fromUserId",
                        equalTo(anna.id().toString()),
                        "toUserId",
                        equalTo(ben.id().toString()))
                .body("conversationId", nullValue());

        ben.gets("/friend-requests?box=incoming")
                .body("items", hasSize(1), "items[0].from.id", equalTo(anna.id().toString()))
                .body("items[0].from.nickname", notNullValue(), "next", nullValue());
        anna.gets("/friend-requests?box=outgoing").body("items", hasSize(1));
        anna.gets("/friend-requests?box=incoming").body("items", hasSize(0));
    }

    @Test
    void an_accepted_request_makes_friends_whose_log_knows_both() {
        try (var told = new Told()) {
            String conversation = anna.befriends(ben);

            var commands = told.log(conversation, 2);

            assertThat(commands.getFirst()).isInstanceOfSatisfying(ApplyConversation.class, described -> {
                assertThat(described.kind()).isEqualTo(ConversationKind.DIRECT);
                assertThat(described.version()).isEqualTo(1);
                assertThat(described.cause()).isEqualTo(Cause.SILENT);
            });
            assertThat(commands.get(1)).isInstanceOfSatisfying(ApplyMembers.class, members -> {
                assertThat(members.cause()).isEqualTo(Cause.FRIENDS_NOW);
                assertThat(members.actor()).isEqualTo(ben.id());
                assertThat(members.members())
                        .extracting(MemberChange::userId, MemberChange::canSend, MemberChange::version)
                        .containsExactly(tuple(anna.id(), true, 2L), tuple(ben.id(), true, 2L));
            });
            anna.gets("/friends").body("items.userId", contains(ben.id().toString()));
            ben.gets("/friends").body("items[0].conversationId", equalTo(conversation));
        }
    }

    @Test
    void two_who_ask_each_other_are_friends() {
        anna.asksFor(ben);

        String conversation = ben.posts("/friend-requests", Map.of("toUserId", anna.id()))
                .statusCode(201)
                .body(
                        "state",
                        equalTo("accepted"),
                        "fromUserId",
                        equalTo(anna.id().toString()))
                .extract()
                .path("conversationId");

        anna.gets("/friends").body("items[0].conversationId", equalTo(conversation));
    }

    @Test
    void asking_twice_is_asking_once() {
        String first = anna.asksFor(ben);

        assertThat(anna.asksFor(ben)).isEqualTo(first);
        ben.gets("/friend-requests").body("items", hasSize(1));
    }

    @Test
    void a_rejected_or_cancelled_request_can_be_made_again() {
        String rejected = anna.asksFor(ben);
        ben.posts("/friend-requests/" + rejected + "/reject").statusCode(200).body("state", equalTo("rejected"));
        String cancelled = anna.asksFor(ben);
        anna.posts("/friend-requests/" + cancelled + "/cancel").statusCode(200).body("state", equalTo("cancelled"));

        String third = anna.asksFor(ben);

        assertThat(List.of(rejected, cancelled)).doesNotContain(third);
        ben.gets("/friend-requests").body("items.state", contains("pending", "cancelled", "rejected"));
    }

    /** Which move of whom in which state gets which status; by hand from the drawing in RequestState. */
    @ParameterizedTest
    @CsvSource({
        "pending,   addressee, accept, 200", "pending,   addressee, reject, 200", "pending,   addressee, cancel, 404",
        "pending,   sender,    accept, 404", "pending,   sender,    reject, 404", "pending,   sender,    cancel, 200",
        "pending,   stranger,  accept, 404", "pending,   stranger,  reject, 404", "pending,   stranger,  cancel, 404",
        "accepted,  addressee, accept, 200", "accepted,  addressee, reject, 409", "accepted,  sender,    cancel, 409",
        "accepted,  sender,    accept, 404", "accepted,  stranger,  accept, 404", "rejected,  addressee, accept, 409",
        "rejected,  addressee, reject, 200", "rejected,  sender,    cancel, 409", "cancelled, addressee, accept, 409",
        "cancelled, addressee, reject, 409", "cancelled, sender,    cancel, 200", "cancelled, stranger,  cancel, 404"
    })
    void only_lawful_moves_of_the_right_person_are_made(String state, String who, String move, int status) {
        String request = anna.asksFor(ben);
        bring(request, state);
        Person actor = switch (who) {
            case "addressee" -> ben;
            case "sender" -> anna;
            default -> Person.newcomer();
        };

        actor.posts("/friend-requests/" + request + "/" + move).statusCode(status);

        String after = status == 200
                ? Map.of("accept", "accepted", "reject", "rejected", "cancel", "cancelled")
                        .get(move)
                : state;
        ben.gets("/friend-requests").body("items[0].state", equalTo(after));
    }

    private void bring(String request, String state) {
        switch (state) {
            case "accepted" ->
                ben.posts("/friend-requests/" + request + "/accept").statusCode(200);
            case "rejected" ->
                ben.posts("/friend-requests/" + request + "/reject").statusCode(200);
            case "cancelled" ->
                anna.posts("/friend-requests/" + request + "/cancel").statusCode(200);
            default -> {}
        }
    }

    @Test
    void fifty_who_accept_at_once_make_one_friendship() throws Exception {
        try (var told = new Told()) {
            String request = anna.asksFor(ben);

            List<ValidatableResponse> answers = atOnce(50, () -> ben.posts("/friend-requests/" + request + "/accept"));

            assertThat(answers).allSatisfy(answer -> answer.statusCode(200));
            String conversation = answers.getFirst().extract().path("conversationId");
            assertThat(answers)
                    .extracting(a -> a.extract().<String>path("conversationId"))
                    .containsOnly(conversation);
            assertThat(told.allTo(conversation)).hasSize(2);
            anna.gets("/friends").body("items", hasSize(1));
        }
    }

    @Test
    void accept_and_reject_at_once_have_one_winner() throws Exception {
        String request = anna.asksFor(ben);
        var moves = List.of("accept", "reject");

        var numbers = new AtomicInteger();
        List<ValidatableResponse> answers = atOnce(
                20, () -> ben.posts("/friend-requests/" + request + "/" + moves.get(numbers.getAndIncrement() % 2)));

        String state = ben.gets("/friend-requests").extract().path("items[0].state");
        long won = answers.stream().filter(a -> a.extract().statusCode() == 200).count();
        assertThat(state).isIn("accepted", "rejected");
        assertThat(won).isEqualTo(10);
        anna.gets("/friends").body("items", hasSize(state.equals("accepted") ? 1 : 0));
    }

    @Test
    void two_who_ask_each_other_at_once_are_friends_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            Person one = Person.newcomer();
            Person two = Person.newcomer();
            var numbers = new AtomicInteger();

            List<ValidatableResponse> answers = atOnce(
                    2,
                    () -> numbers.getAndIncrement() == 0
                            ? one.posts("/friend-requests", Map.of("toUserId", two.id()))
                            : two.posts("/friend-requests", Map.of("toUserId", one.id())));

            assertThat(answers).allSatisfy(answer -> answer.statusCode(201));
            one.gets("/friends").body("items", hasSize(1));
            two.gets("/friends").body("items", hasSize(1));
        }
    }

    @Test
    void nobody_asks_himself_an_unknown_or_a_deleted_account_or_a_friend() {
        anna.posts("/friend-requests", Map.of("toUserId", anna.id()))
                .statusCode(422)
                .body("code", equalTo("invalid_body"), "errors[0].pointer", equalTo("/toUserId"));
        Person deleted = Person.known("deleted" + anna.id(), Status.DELETED);
        String unknown = anna.posts("/friend-requests", Map.of("toUserId", Id.of(77)))
                .statusCode(404)
                .extract()
                .asString();
        String gone = anna.posts("/friend-requests", Map.of("toUserId", deleted.id()))
                .statusCode(404)
                .extract()
                .asString();
        assertThat(gone).isEqualTo(unknown);
        anna.befriends(ben);
        anna.posts("/friend-requests", Map.of("toUserId", ben.id()))
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void what_is_missing_and_what_is_not_mine_are_answered_the_same() {
        String request = anna.asksFor(ben);
        Person stranger = Person.newcomer();

        String notMine = stranger.posts("/friend-requests/" + request + "/accept")
                .extract()
                .asString();
        String missing = stranger.posts("/friend-requests/123/accept").extract().asString();

        assertThat(notMine).isEqualTo(missing);
    }

    @Test
    void a_muted_account_asks_without_words_only() {
        Person muted = anna.with("login", "profile", "contact");

        muted.posts("/friend-requests", Map.of("toUserId", ben.id(), "greeting", "psst"))
                .statusCode(403)
                .body("code", equalTo("right_missing"));

        muted.posts("/friend-requests", Map.of("toUserId", ben.id(), "greeting", " "))
                .statusCode(201);
    }

    @Test
    void without_the_right_contact_nobody_asks_or_decides() {
        String request = anna.asksFor(ben);
        Person restricted = ben.with("login", "speak");

        restricted.posts("/friend-requests", Map.of("toUserId", anna.id())).statusCode(403);
        restricted
                .posts("/friend-requests/" + request + "/accept")
                .statusCode(403)
                .body("code", equalTo("right_missing"));
        restricted.gets("/friend-requests").statusCode(200);
        given().get("/api/v1/friend-requests").then().statusCode(401);
    }

    @Test
    void too_many_waiting_requests_are_refused_until_one_is_cancelled() {
        List<String> requests = IntStream.range(0, SmallBounds.PENDING)
                .mapToObj(i -> anna.asksFor(Person.newcomer()))
                .toList();

        anna.posts("/friend-requests", Map.of("toUserId", ben.id()))
                .statusCode(429)
                .body("code", equalTo("busy"));

        anna.posts("/friend-requests/" + requests.getFirst() + "/cancel").statusCode(200);
        anna.asksFor(ben);
    }

    @Test
    void a_greeting_that_is_too_long_is_refused_by_name() {
        anna.posts("/friend-requests", Map.of("toUserId", ben.id(), "greeting", "x".repeat(201)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/greeting"));
        anna.posts("/friend-requests", Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/toUserId"));
    }

    @Test
    void requests_are_listed_in_pages_the_newest_first() {
        List<String> made = IntStream.range(0, 3)
                .mapToObj(i -> Person.newcomer().asksFor(ben))
                .toList();

        var first = ben.gets("/friend-requests?limit=2").body("items.id", contains(made.get(2), made.get(1)));
        String next = first.extract().path("next");

        ben.gets("/friend-requests?limit=2&cursor=" + next)
                .body("items.id", contains(made.get(0)), "next", nullValue());
        ben.gets("/friend-requests?box=attic").statusCode(422);
        ben.gets("/friend-requests?cursor=nonsense").statusCode(422);
    }

    private static List<ValidatableResponse> atOnce(int times, Callable<ValidatableResponse> act) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            List<Future<ValidatableResponse>> answers = IntStream.range(0, times)
                    .mapToObj(i -> people.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            List<ValidatableResponse> heard = new ArrayList<>();
            for (Future<ValidatableResponse> answer : answers) {
                heard.add(answer.get());
            }
            return heard;
        }
    }
}
